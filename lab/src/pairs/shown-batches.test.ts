import { normalizePixels, type TrainBatch, useBackend } from '@slipform/clip';
import { beforeAll, expect, it } from 'vitest';
import { type Pictures, pairPreprocessing, picturesOf } from './pictures';
import { type ShownBatchesOptions, shownBatches } from './shown-batches';

beforeAll(() => useBackend('cpu'));

const names = ['bell', 'bell-off', 'cloud', 'cloud-off', 'star', 'heart', 'lock', 'key'];
const icons = ['one', 'two'].flatMap(() => names.map((name) => ({ caption: name.replace('-', ' ') })));
/** Each picture has values of its own. */
const pictures: Pictures = {
  size: 8,
  rgb: Uint8Array.from(
    { length: icons.length * 64 * 3 },
    (_, at) => (at * 37 + Math.floor(at / 192) * 11) % 251,
  ),
};
const encode = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const options: ShownBatchesOptions = {
  ...{ pictures, encode, batchSize: 5, seed: 3, shift: 1 },
  examples: icons.map(({ caption }, row) => ({ rows: [row], caption })),
};

function take(count: number, first = 0, more: Partial<ShownBatchesOptions> = {}): TrainBatch[] {
  const batches: TrainBatch[] = [];
  for (const batch of shownBatches({ ...options, ...more }).batchesFrom(first) as Iterable<TrainBatch>) {
    batches.push(batch);
    if (batches.length === count) break;
  }
  return batches;
}

it('gives the same batches from any step on, and others with another seed', () => {
  expect(take(3, 5)).toEqual(take(8).slice(5));
  expect(take(1, 0, { seed: 4 })).not.toEqual(take(1));
});

it('shows every example once in a round', () => {
  const texts = take(3, 0, { batchSize: 5 }).flatMap(({ tokens }) => tokens as number[][]);
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(String(text), (counts.get(String(text)) ?? 0) + 1);
  expect(texts).toHaveLength(15);
  // Each name is there twice.
  expect(Math.max(...counts.values())).toBeLessThanOrEqual(2);
  expect(counts.size).toBe(names.length);
});

it('puts equal captions in one group', () => {
  const [{ tokens, groups }] = take(1, 0, { batchSize: 16 }) as [TrainBatch];
  const texts = (tokens as number[][]).map(String);
  const numbers = groups as number[];
  expect(new Set(numbers).size).toBe(names.length);
  texts.forEach((text, row) => {
    expect(texts.flatMap((other, at) => (other === text ? [numbers[at]] : []))).toEqual([
      numbers[row],
      numbers[row],
    ]);
  });
});

it('moves a picture and fills up with paper', () => {
  const { mean, deviation } = pairPreprocessing(8);
  const still = picturesOf(pictures, [2]);
  const rgb = pictures.rgb.slice(2 * 192, 3 * 192);
  for (const [at, value] of normalizePixels(rgb, mean, deviation).entries())
    expect(still[at]).toBeCloseTo(value, 5);
  const moved = picturesOf(pictures, [2], Int8Array.of(1, -2));
  const paper = normalizePixels(Uint8Array.of(255, 255, 255), mean, deviation);
  const at = (pixels: Float32Array, x: number, y: number) => pixels[(y * 8 + x) * 3]!;
  expect(at(moved, 0, 0)).toBeCloseTo(paper[0]!, 5);
  expect(at(moved, 3, 7)).toBeCloseTo(paper[0]!, 5);
  expect(at(moved, 4, 1)).toBe(at(still, 3, 3));
});

it('gives hard captions with their pictures, and says where there is none', () => {
  const examples = [
    { rows: [0], caption: 'bell', hard: [{ text: 'bell off', concreteness: 2, row: 1 }] },
    { rows: [2], caption: 'cloud' },
  ];
  const [batch] = take(1, 0, { examples, batchSize: 2, hard: 'paired', shift: 0 }) as [TrainBatch];
  const first = (batch.valid as number[]).indexOf(1);
  expect(batch.valid).toHaveLength(2);
  expect((batch.hardTokens as number[][])[first]).toEqual(encode('bell off'));
  expect((batch.hardTokens as number[][])[1 - first]).toEqual(encode('cloud'));
  expect((batch.concreteness as number[])[first]).toBe(2);
  const rows = first === 0 ? [1, 2] : [2, 1];
  expect(batch.hardImages).toEqual(picturesOf(pictures, rows));
});

it('draws each of its hard captions as often', () => {
  const hard = ['one', 'two', 'three'].map((text) => ({ text, concreteness: 1 }));
  const examples = [{ rows: [0], caption: 'bell', hard }];
  const texts = take(400, 0, { examples, batchSize: 1, hard: 'captions' }).map(({ hardTokens }) =>
    String.fromCharCode(...(hardTokens as number[][])[0]!),
  );
  for (const { text } of hard) {
    const share = texts.filter((each) => each === text).length / texts.length;
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThan(0.42);
  }
});
