import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readWorldCaptions } from './captions';
import { prepareDrawn } from './prepare-drawn';

const things = ['dog', 'cat', 'horse', 'car', 'bus', 'apple', 'banana', 'bird', 'clock', 'chair'];
const captions = Array.from({ length: 300 }, (_, at) => {
  const [first, second] = [things[at % 10]!, things[Math.floor(at / 10 + at + 1) % 10]!];
  return `${at}\tTwo red ${first}s and a ${second} number ${at}.`;
});
// A text of all parts, which may be trained on in none.
const doubled = Array.from({ length: 40 }, (_, at) => `${1000 + at}\tA dog on a bed.`);

let folder: string;
const before = process.env.SLIPFORM_SHARED;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drawn-'));
  await mkdir(join(folder, 'data/captions'), { recursive: true });
  await mkdir(join(folder, 'data/domains'));
  const lines = ['image_id\tcaption', ...captions, ...doubled];
  await writeFile(join(folder, 'data/captions/coco-val2017-half.tsv'), `${lines.join('\n')}\n`);
  for (const [name, caption] of [
    ['vg', 'a dog on a bed'],
    ['cc3m', 'a cat under a chair'],
  ]) {
    await writeFile(join(folder, `data/domains/${name}.jsonl`), `${JSON.stringify({ id: name, caption })}\n`);
  }
  process.env.SLIPFORM_SHARED = folder;
});

afterAll(async () => {
  if (before === undefined) delete process.env.SLIPFORM_SHARED;
  else process.env.SLIPFORM_SHARED = before;
  await rm(folder, { recursive: true });
});

test('neither an image nor a text of a question is trained on, in whatever case and points', async () => {
  const [test, validation] = [await readWorldCaptions('test'), await readWorldCaptions('validation')];
  const imagesOf = (all: typeof test.questions) => new Set(all.map(({ imageId }) => imageId));
  const parts = [test.questions, validation.questions, test.training].map(imagesOf);
  expect(parts[0]!.size + parts[1]!.size).toBeGreaterThan(100);
  for (const image of parts[0]!) expect(parts[1]!.has(image) || parts[2]!.has(image)).toBe(false);
  for (const image of parts[1]!) expect(parts[2]!.has(image)).toBe(false);
  expect(test.training.map(({ caption }) => caption)).not.toContain('A dog on a bed.');
  expect(test.further).toEqual(['a cat under a chair']);
});

test('for choices a fifth of the project’s own captions is asked and not trained on', async () => {
  const { training, bothOrders } = await readWorldCaptions('validation');
  const trained = new Set(training.map(({ caption }) => caption));
  expect(bothOrders.length).toBeGreaterThan(100);
  expect(bothOrders.some(({ caption }) => trained.has(caption))).toBe(false);
});

test('what is trained on and asked: pictures of captions and of their negatives, the questions by the third artist', async () => {
  const evaluation: Parameters<typeof prepareDrawn>[0]['evaluation'] = {
    asks: 'drawn captions',
    split: 'test',
    artists: 'all',
    recipes: ['composition'],
    ...{ pairs: 20, captions: 60, seed: 0 },
  };
  const { examples, pretraining, benchmarks, keys, first, pictures } = await prepareDrawn({
    evaluation,
    onProgress: () => {},
  });
  expect(pretraining!.every(({ rows }) => rows.length === 4)).toBe(true);
  expect(examples.length).toBeGreaterThan(40);
  const pixels = 48 * 48 * 3;
  const bytesOf = (row: number) => Buffer.from(pictures.rgb.subarray(row * pixels, (row + 1) * pixels));
  for (const { rows, hard } of examples) {
    expect(hard.length).toBeGreaterThan(0);
    for (const { row } of hard) expect(bytesOf(row!).equals(bytesOf(rows[0]!))).toBe(false);
  }
  const [asked, gallery] = benchmarks;
  const kinds = new Set(asked.questions.map(({ kind }) => kind.replace(/ (pairing|group)$/, '')));
  expect([...kinds].some((kind) => kind.startsWith('both orders, '))).toBe(true);
  expect(kinds).toContain('things');
  expect(asked.questions.every(({ clusters }) => clusters?.artist === 'fluent')).toBe(true);
  expect(gallery.retrieval!.texts.length).toBeGreaterThan(50);
  expect(pictures.rgb.length).toBe((first + keys.length) * pixels);
});

test('without the captions one sentence says what is missing', async () => {
  process.env.SLIPFORM_SHARED = join(folder, 'nowhere');
  await expect(readWorldCaptions('test')).rejects.toThrow(
    /^SLIPFORM_SHARED must name the folder with data\/captions\/coco-val2017-half\.tsv, which may not be redistributed; there is no /,
  );
  process.env.SLIPFORM_SHARED = folder;
});
