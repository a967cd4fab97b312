import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { precisionAtR } from './precision-at-r';

interface Case {
  readonly scores: number[][];
  readonly positives: number[][];
  readonly eccv: Readonly<Record<string, number>>;
}
const golden: { readonly cases: Case[] } = JSON.parse(
  readFileSync(new URL('../../fixtures/eccv-metrics.json', import.meta.url), 'utf8'),
);

const measure = (scores: readonly number[][], positives: readonly number[][]) =>
  precisionAtR(
    scores.map((row, at) => ({
      right: positives[at]!,
      score: (candidate) => row[candidate]!,
      group: String(at),
    })),
    scores[0]!.length,
  );

describe('precisionAtR', () => {
  test.each(golden.cases)('has the values of the package eccv-caption', ({ scores, positives, eccv }) => {
    const found = measure(scores, positives);
    expect(found.queries).toBe(scores.length);
    expect(found.rPrecision.value).toBeCloseTo(eccv.eccv_rprecision!, 12);
    expect(found.mapAtR.value).toBeCloseTo(eccv.eccv_map_at_r!, 12);
    expect(found.recallAt1.value).toBeCloseTo(eccv.eccv_r1!, 12);
    const [low, high] = found.mapAtR.interval;
    expect(low).toBeLessThan(found.mapAtR.value);
    expect(high).toBeGreaterThan(found.mapAtR.value);
  });

  test('by hand: right ones at ranks 2 and 3 of R = 3; ties stand before', () => {
    const read = (scores: number[], positives: number[]) => {
      const { rPrecision, mapAtR, recallAt1 } = measure([scores], [positives]);
      return [rPrecision.value, mapAtR.value, recallAt1.value];
    };
    expect(read([9, 8, 7, 6, 5], [1, 2, 4])).toEqual([2 / 3, (1 / 2 + 2 / 3) / 3, 0]);
    expect(read([9, 9, 7], [1, 2])).toEqual([1 / 2, 1 / 2 / 2, 0]);
    expect(read([1, 1, 1], [0])).toEqual([0, 0, 0]);
    expect(read([3, 2, 1], [0, 1])).toEqual([1, 1, 1]);
  });
});
