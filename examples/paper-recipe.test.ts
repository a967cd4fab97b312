import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { createClip, saveClip, saveTokenizer, trainTokenizer, useBackend } from '@slipform/clip';
import { scenes } from '@slipform/scenes';
import { afterAll, beforeAll, expect, it } from 'vitest';

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
  const { images, captions } = scenes({ count: 16, format: 'png', detail: 'full' });
  await Promise.all(
    images.map(async (image, id) =>
      writeFile(join(folder, `${id}.png`), Buffer.from(await (image as Blob).arrayBuffer())),
    ),
  );
  await writeFile(
    join(folder, 'captions.json'),
    JSON.stringify({
      images: images.map((_, id) => ({ id, file_name: `${id}.png` })),
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

it.each(['infoNce', 'noMargin', 'static', 'adaptive'])('the recipe trains with %s', async (LOSS) => {
  const captions = join(folder, 'captions.json');
  const negatives = join(folder, 'negatives.jsonl');
  await run(process.execPath, [command('plant'), 'mine', captions, '-o', negatives, '--force', '--quiet']);
  const { stdout } = await run(
    process.execPath,
    [
      command('clip'),
      'train',
      join(import.meta.dirname, 'paper-recipe', 'finetune.mjs'),
      ...['-o', join(folder, LOSS), '--steps', '2', '--metrics', join(folder, `${LOSS}.jsonl`)],
    ],
    {
      env: {
        ...process.env,
        ...{ LOSS, PAIRS: captions, IMAGES: folder, NEGATIVES: negatives, MODEL: join(folder, 'model') },
        ...{ BATCH: '8', MICRO_BATCH: '4', EPOCHS: '1' },
      },
    },
  );
  expect(stdout).toMatch(/2 steps, loss \d/);
  const metrics = (await readFile(join(folder, `${LOSS}.jsonl`), 'utf8')).trim().split('\n');
  expect(JSON.parse(metrics[0]!)).toHaveProperty('loss');
});
