import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import {
  createClip,
  createEncoder,
  loadEncoder,
  normalizePixels,
  trainTokenizer,
  useBackend,
} from '@slipform/clip';
import { illustrate } from '@slipform/scenes';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { colouredCaptions } from './testing/coloured-captions';

const run = promisify(execFile);
const here = fileURLToPath(new URL('.', import.meta.url));
const readme = await readFile(new URL('../packages/clip/README.md', import.meta.url), 'utf8');
const programs = [...readme.matchAll(/```js\n([\s\S]*?)```/g)].map(([, program]) => program!);

const captions = ['a red dog', 'a blue cat'];
// The packages are found from below the repository. What the first program names lies in the folder that it runs in.
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(here, '.clip-readme-'));
  await useBackend('cpu');
  const tokenizer = trainTokenizer(['dog', 'cat', ...captions, 'a photo of a dog.']);
  const tower = { width: 16, layers: 1, heads: 2 };
  const { vocabularySize, contextLength } = tokenizer;
  const model = createClip({
    embeddingSize: 8,
    image: { ...tower, imageSize: 8, patchSize: 4 },
    text: { ...tower, vocabularySize, contextLength },
  });
  await createEncoder(model, tokenizer).save(join(folder, 'clip-vit-base-patch32'));
  for (const name of ['photos', 'val2017', 'sugar-crepe/data']) {
    await mkdir(join(folder, name), { recursive: true });
  }
  // Their bytes say what they are, whatever the name.
  const drawn = colouredCaptions(32, 0);
  for (const [i, { caption }] of drawn.entries()) {
    const bytes = (await illustrate(caption, { size: 48 })).png();
    for (const name of ['photos', 'val2017']) await writeFile(join(folder, `${name}/${i}.jpg`), bytes);
  }
  const pairs = drawn.map((_, i) => {
    const [caption, negative] = i % 2 === 0 ? captions : [...captions].reverse();
    return { image: `${i}.jpg`, caption, negative };
  });
  const rows = pairs.map(({ image, caption }) => `${image},${caption}`);
  await writeFile(join(folder, 'pairs.csv'), `image,caption\n${rows.join('\n')}\n`);
  // As slipform-plant writes them: the id is the line of a row without an id, and the header is line 1.
  const negatives = pairs.map(({ caption, negative }, i) =>
    JSON.stringify({ id: `${i + 2}`, caption, negative, concreteness: 4.5 }),
  );
  await writeFile(join(folder, 'negatives.jsonl'), `${negatives.join('\n')}\n`);
  const question = (i: number) => ({
    filename: `${i}.jpg`,
    caption: captions[i],
    negative_caption: captions[1 - i],
  });
  await writeFile(
    join(folder, 'sugar-crepe/data/swap_att.json'),
    JSON.stringify({ 0: question(0), 1: question(1) }),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('the first program loads, embeds, classifies, judges, trains and saves', async () => {
  await writeFile(join(folder, 'program.mjs'), programs[0]!);
  const { stdout } = await run(process.execPath, ['program.mjs'], { cwd: folder });
  const [label, ...means] = stdout.trim().split(' ');
  expect(['dog', 'cat']).toContain(label);
  expect(means.map(Number).every((mean) => mean >= 0 && mean <= 1)).toBe(true);
  expect(means).toHaveLength(2);
  // What it saved is another model, whole.
  const [before, after] = await Promise.all(
    ['clip-vit-base-patch32', 'my-model'].map((name) => loadEncoder(join(folder, name))),
  );
  const pixels = normalizePixels(Uint8Array.from({ length: 192 }, (_, i) => i % 256));
  const [[old], [trained]] = await Promise.all([before!.embedImages([pixels]), after!.embedImages([pixels])]);
  expect(trained).not.toEqual(old);
  before!.dispose();
  after!.dispose();
});

it('the second program learns red from blue', async () => {
  await writeFile(join(folder, 'colours.mjs'), programs[1]!);
  const { stdout } = await run(process.execPath, ['colours.mjs'], { cwd: folder });
  expect(stdout.trim()).toBe('true');
});
