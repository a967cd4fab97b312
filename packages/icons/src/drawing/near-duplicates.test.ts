import { createRandom } from '@slipform/kit/random/random';
import { expect, test } from 'vitest';
import { drawingFeatures } from './drawing-features';
import type { Drawings } from './drawings';
import { nearDuplicates } from './near-duplicates';
import { visualChanges } from './visual-change';

/** Pictures from their greys, 0 to 255. */
function drawingsOf(size: number, greys: readonly (readonly number[])[]): Drawings {
  const pixels = Uint8Array.from(greys.flatMap((grey) => grey.flatMap((value) => [value, value, value])));
  return { size, pixels, skipped: [], has: () => true };
}

/** Pictures of 16 × 16: a few blots each, and for every fifth a copy of an earlier one with some noise. */
function blots(count: number, seed: number): number[][] {
  const random = createRandom(seed);
  const greys: number[][] = [];
  for (let index = 0; index < count; index++) {
    if (index % 5 === 4) {
      const copied = greys[random.integer(index)]!;
      greys.push(copied.map((value) => Math.min(255, value + random.integer(60))));
      continue;
    }
    const spots = Array.from({ length: 3 }, () => [
      random.integer(16),
      random.integer(16),
      2 + random.integer(5),
    ]);
    greys.push(
      Array.from({ length: 256 }, (_, at) =>
        spots.some(([x, y, radius]) => Math.hypot((at % 16) - x!, Math.floor(at / 16) - y!) < radius!)
          ? 0
          : 255,
      ),
    );
  }
  return greys;
}

/** All correlations, by the definition. */
function correlationsOf(a: Drawings, b: Drawings): number[][] {
  const [left, right] = [drawingFeatures(a, 16, 0), drawingFeatures(b, 16, 0)];
  const rows = (features: Float32Array) =>
    Array.from({ length: features.length / 256 }, (_, row) => features.subarray(row * 256, (row + 1) * 256));
  return rows(left).map((one) =>
    rows(right).map((other) => one.reduce((sum, value, at) => sum + value * other[at]!, 0)),
  );
}

test('features are means of areas, blurred by (1 2 1) / 4, less their mean, of length 1', () => {
  // One black pixel of 64 × 64 in a cell of 4 × 4: its neighbours get half and a quarter of what it has.
  const grey = new Array<number>(64 * 64).fill(255);
  grey[(4 * 8 + 1) * 64 + 4 * 8 + 2] = 0;
  const features = drawingFeatures(drawingsOf(64, [grey]), 16, 1);
  const [mean, at] = [features[0]!, (y: number, x: number) => features[y * 16 + x]! - features[0]!];
  expect(mean).toBeGreaterThan(0);
  expect(at(8, 7) / at(8, 8)).toBeCloseTo(1 / 2, 4);
  expect(at(7, 9) / at(8, 8)).toBeCloseTo(1 / 4, 4);
  expect(at(8, 6)).toBeCloseTo(0, 6);
  expect(features.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 5);
  expect(features.reduce((sum, value) => sum + value ** 2, 0)).toBeCloseTo(1, 5);
  // A corner keeps what would leave the picture.
  const corner = new Array<number>(256).fill(255);
  corner[0] = 0;
  const first = drawingFeatures(drawingsOf(16, [corner]), 16, 1);
  expect((first[0]! - first[255]!) / (first[1]! - first[255]!)).toBeCloseTo(3, 4);
});

test('sizes that are no multiple share pixels among cells', () => {
  // A gradient stays one, whatever the size.
  const ramp = (size: number) => Array.from({ length: size * size }, (_, at) => (at % size) * (240 / size));
  const [a, b] = [drawingsOf(16, [ramp(16)]), drawingsOf(40, [ramp(40)])];
  expect(correlationsOf(a, b)[0]![0]).toBeGreaterThan(0.9999);
});

test.each([0.99, 0.95, 0.6, -1])('finds what a full comparison finds, threshold %f', async (threshold) => {
  const greys = blots(120, 2);
  const [drawings, against] = [
    drawingsOf(16, greys.slice(80)),
    drawingsOf(16, [...greys.slice(0, 80), ...greys.slice(0, 9)]),
  ];
  const { nearest, correlations, duplicates } = await nearDuplicates(drawings, against, { threshold });
  const all = correlationsOf(drawings, against);
  all.forEach((row, index) => {
    const best = Math.max(...row);
    if (best < threshold) {
      expect([nearest[index], correlations[index]]).toEqual([-1, Number.NaN]);
      return;
    }
    expect(correlations[index]).toBeCloseTo(best, 4);
    expect(row[nearest[index]!]).toBeCloseTo(best, 4);
    // Of equal pictures the first.
    expect(nearest[index]).toBeLessThan(80);
  });
  const found = all.flatMap((row, index) => (Math.max(...row) >= threshold ? [index] : []));
  expect(duplicates).toEqual(found);
  expect(found.length).toBeGreaterThan(0);
});

test('plain pictures are like none', async () => {
  const plain = drawingsOf(16, [new Array(256).fill(255), new Array(256).fill(7)]);
  const { duplicates } = await nearDuplicates(plain, plain, { threshold: -1 });
  expect(duplicates).toEqual([]);
  const none = drawingsOf(16, []);
  expect((await nearDuplicates(drawingsOf(16, blots(3, 1)), none)).duplicates).toEqual([]);
  expect((await nearDuplicates(none, plain)).nearest).toHaveLength(0);
});

test('progress, and a signal that stops', async () => {
  const drawings = drawingsOf(16, blots(300, 3));
  const seen: number[] = [];
  await nearDuplicates(drawings, drawings, { onProgress: ({ done }) => seen.push(done) });
  expect(seen).toEqual([256, 300]);
  const controller = new AbortController();
  const onProgress = () => controller.abort(new Error('enough'));
  await expect(nearDuplicates(drawings, drawings, { signal: controller.signal, onProgress })).rejects.toThrow(
    'enough',
  );
});

test('visual change is 0 for equal, 1 for unrelated and 2 for inverted pictures', () => {
  const [grey] = blots(1, 4);
  const quarters = (one: (x: number, y: number) => boolean) =>
    Array.from({ length: 256 }, (_, at) => (one(at % 16 < 8 ? 1 : 0, at < 128 ? 1 : 0) ? 0 : 255));
  const drawings = drawingsOf(16, [
    grey!,
    grey!.map((value) => 255 - value),
    quarters((x) => x === 1),
    quarters((_, y) => y === 1),
    new Array(256).fill(255),
  ]);
  const changes = visualChanges(drawings, [
    [0, 0],
    [0, 1],
    [2, 3],
    [0, 4],
    [2, 0],
    [0, 2],
  ]);
  expect(changes[0]).toBeCloseTo(0, 5);
  expect(changes[1]).toBeCloseTo(2, 5);
  expect(changes[2]).toBeCloseTo(1, 5);
  expect(changes[3]).toBe(1);
  expect(changes[4]).toBe(changes[5]);
  expect(() => visualChanges(drawings, [[0, 5]])).toThrow(
    'visualChanges: pairs must hold indices of the 5 pictures, counted from 0, got 5; draw both icons first.',
  );
});
