import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { createClip, saveClip, saveTokenizer, trainTokenizer, useBackend } from '@slipform/clip';
import { illustrate } from '@slipform/scenes';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { colouredCaptions } from './testing/coloured-captions';

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const command = (name: string) =>
  join(
    dirname(require.resolve(`@slipform/${name}/package.json`)),
    'bin',
    `slipform-${name.replace('cement-', '')}.js`,
  );

// What its README says of it: the configuration works, on a small model and a few pictures. COCO's form, as in the recipe.
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipform-recipe-'));
  await useBackend('wasm');
  const captions = colouredCaptions(16, 0).map(({ caption }) => caption);
  await Promise.all(
    captions.map(async (caption, id) =>
      writeFile(join(folder, `${id}.png`), (await illustrate(caption, { size: 64 })).png()),
    ),
  );
  await writeFile(
    join(folder, 'captions.json'),
    JSON.stringify({
      images: captions.map((_, id) => ({ id, file_name: `${id}.png` })),
      annotations: captions.map((caption, id) => ({ id, image_id: id, caption })),
    }),
  );
  const tokenizer = trainTokenizer(captions, { kind: 'bpe', vocabularySize: 600 });
  const { vocabularySize, contextLength, startToken, endToken } = tokenizer;
  const tower = { width: 32, layers: 1, heads: 2 };
  const model = createClip({
    embeddingSize: 16,
    image: { ...tower, imageSize: 32, patchSize: 16 },
    text: { ...tower, vocabularySize, contextLength, startToken, endToken },
  });
  await saveClip(model, join(folder, 'model'));
  await saveTokenizer(tokenizer, join(folder, 'model'));
  model.dispose();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the recipe is run with, at toy size. */
const toy = (negatives: string) => ({
  ...process.env,
  ...{
    PAIRS: join(folder, 'captions.json'),
    IMAGES: folder,
    NEGATIVES: negatives,
    MODEL: join(folder, 'model'),
  },
  ...{ BATCH: '8', MICRO_BATCH: '4', EPOCHS: '1' },
});

async function mined(): Promise<string> {
  const negatives = join(folder, 'negatives.jsonl');
  const options = ['-o', negatives, '--policy', 'random', '--force', '--quiet'];
  await run(process.execPath, [command('plant'), 'mine', join(folder, 'captions.json'), ...options]);
  return negatives;
}

function train(out: string, env: NodeJS.ProcessEnv) {
  const recipe = join(import.meta.dirname, 'paper-recipe', 'finetune.mjs');
  const options = ['-o', join(folder, out), '--steps', '2', '--metrics', join(folder, `${out}.jsonl`)];
  return run(process.execPath, [command('clip'), 'train', recipe, ...options], { env });
}

it('the margins have one mean over the mined captions, and the adaptive one spreads', async () => {
  const negatives = await mined();
  const ratings = (await readFile(negatives, 'utf8'))
    .trim()
    .split('\n')
    .map((line): number => JSON.parse(line).concreteness);
  const { stderr } = await train('adaptive', { ...toy(negatives), LOSS: 'adaptive', MARGIN: '3' });
  const found = stderr.match(
    /^(\d+) hard captions, layout captions, .* adaptive (\S+) ± (\S+) \(0 to 3\), static (\S+)$/m,
  )!;
  const [count, adaptive, spread, fixed] = found.slice(1).map(Number) as [number, number, number, number];
  const mean = ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length;
  expect(count).toBe(ratings.length);
  expect(adaptive).toBeCloseTo((3 * (mean - 1)) / 4, 3);
  expect(fixed).toBe(adaptive);
  expect(spread).toBeGreaterThan(0.1);
});

it('hard pictures are trained on where records name them', async () => {
  const lines = (await readFile(await mined(), 'utf8')).trim().split('\n');
  const negatives = join(folder, 'edited.jsonl');
  // All but the first one have a picture.
  const edited = lines.map((line, at) =>
    JSON.stringify({ ...JSON.parse(line), ...(at > 0 ? { negativeFilepath: `${at % 16}.png` } : {}) }),
  );
  await writeFile(negatives, edited.join('\n'));
  const { stderr, stdout } = await train('paired', { ...toy(negatives), LOSS: 'static' });
  expect(stderr).toContain(`${lines.length - 1} hard captions, layout paired`);
  expect(stdout).toMatch(/2 steps, loss \d/);
});

it.skipIf(process.platform === 'win32')(
  'the sweep trains every arm and judges it on three outcomes',
  async () => {
    const pairs: { images: { file_name: string }[]; annotations: { caption: string }[] } = JSON.parse(
      await readFile(join(folder, 'captions.json'), 'utf8'),
    );
    const rows = pairs.images.map(({ file_name: filename }, at) => {
      const [own, other] = [at, (at + 1) % 16].map((index) => pairs.annotations[index]!.caption);
      return { filename, caption: own!, negative_caption: other! };
    });
    const crepe = join(folder, 'crepe');
    await mkdir(crepe);
    await writeFile(join(crepe, 'swap_obj.json'), JSON.stringify(Object.fromEntries(rows.entries())));
    const winoground = rows.slice(1).map(({ filename, caption }, id) => ({
      ...{ id, image_0: rows[id]!.filename, image_1: filename },
      ...{ caption_0: rows[id]!.caption, caption_1: caption },
    }));
    await writeFile(join(folder, 'examples.jsonl'), winoground.map((row) => JSON.stringify(row)).join('\n'));
    const runs = join(folder, 'runs');
    const sweep = join(import.meta.dirname, 'paper-recipe', 'sweep.sh');
    await run('bash', [sweep], {
      env: {
        ...toy(await mined()),
        ...{ SUGARCREPE: crepe, WINOGROUND: join(folder, 'examples.jsonl'), VAL: folder },
        ...{ RETRIEVAL: join(folder, 'captions.json'), RUNS: runs },
        ...{ BACKEND: 'wasm', SEEDS: '0', MARGINS: '2', STEPS: '2' },
      },
      cwd: import.meta.dirname,
    });
    for (const arm of ['infonce', 'no-margin', 'static-2', 'adaptive-2']) {
      const text = await readFile(join(runs, `${arm}-seed-0.json`), 'utf8');
      const { results }: { results: { benchmark: string; model: string }[] } = JSON.parse(text);
      const names = results.filter(({ model }) => model === arm).map(({ benchmark }) => benchmark);
      expect(names).toEqual(['SugarCrepe', 'Winoground', 'Retrieval']);
      const [first] = (await readFile(join(runs, `${arm}-seed-0.jsonl`), 'utf8')).trim().split('\n');
      expect(JSON.parse(first!)).toHaveProperty('loss');
    }
  },
);
