import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Benchmark } from '../questions/benchmark';
import { evaluate } from './evaluate';
import { precisionAtR } from './precision-at-r';

interface Case {
  readonly scores: number[][];
  readonly positives: number[][];
  readonly eccv: Readonly<Record<string, number>>;
}
const golden: { readonly cases: Case[] } = JSON.parse(
  readFileSync(new URL('../../fixtures/eccv-metrics.json', import.meta.url), 'utf8'),
);

describe('precisionAtR', () => {
  test.each(golden.cases)('has the values of the package eccv-caption', ({ scores, positives, eccv }) => {
    const found = precisionAtR(scores, positives);
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
      const { rPrecision, mapAtR, recallAt1 } = precisionAtR([scores], [positives]);
      return [rPrecision.value, mapAtR.value, recallAt1.value];
    };
    expect(read([9, 8, 7, 6, 5], [1, 2, 4])).toEqual([2 / 3, (1 / 2 + 2 / 3) / 3, 0]);
    expect(read([9, 9, 7], [1, 2])).toEqual([1 / 2, 1 / 2 / 2, 0]);
    expect(read([1, 1, 1], [0])).toEqual([0, 0, 0]);
    expect(read([3, 2, 1], [0, 1])).toEqual([1, 1, 1]);
  });

  test('what came is refused in a sentence', () => {
    expect(() => precisionAtR([[1, Number.NaN]], [[0]])).toThrow('scores[0][1] must be a finite number');
    expect(() => precisionAtR([[1, 2]], [[]])).toThrow('positives[0] must be a list of at least 1 indices');
    expect(() => precisionAtR([[1, 2]], [[0, 0]])).toThrow('must hold indices from 0 to 1, each once');
    expect(() => precisionAtR([[1, 2]], [])).toThrow('must hold one list for each of 1 queries');
  });
});

test('evaluate has them of judged queries, of an encoder and of a scorer', async () => {
  const angles = new Map([
    ['p', 0],
    ['q', 90],
    ['a', 10],
    ['b', 50],
    ['c', 80],
  ]);
  const vector = (name: string) => {
    const angle = (angles.get(name)! * Math.PI) / 180;
    return [Math.cos(angle), Math.sin(angle)];
  };
  const benchmark: Benchmark = {
    name: 'judged',
    questions: [],
    chance: 0.5,
    retrieval: {
      images: ['p', 'q'],
      texts: ['a', 'b', 'c'],
      imageOf: [0, 0, 1],
      positives: {
        // p finds a, then b; q finds c, then b, and a is right.
        imageToText: [
          { query: 0, right: [0, 1] },
          { query: 1, right: [0, 2] },
        ],
        textToImage: [{ query: 1, right: [0] }],
        coverage: { scored: 5, total: 6 },
      },
    },
  };
  const embed = async (names: readonly unknown[]) => names.map((name) => vector(String(name)));
  const encoder = { embedImages: embed, embedTexts: embed };
  const scorer = {
    score: async (pairs: readonly { image: unknown; text: string }[]) =>
      pairs.map(({ image, text }) => {
        const [x, y] = [vector(String(image)), vector(text)];
        return x[0]! * y[0]! + x[1]! * y[1]!;
      }),
  };
  const ofEncoder = (await evaluate(encoder, benchmark)).retrieval!.positives!;
  expect(ofEncoder.imageToText).toMatchObject({
    queries: 2,
    rPrecision: { value: 3 / 4 },
    mapAtR: { value: 3 / 4 },
  });
  expect(ofEncoder.textToImage).toMatchObject({ queries: 1, recallAt1: { value: 0 } });
  expect(ofEncoder.coverage).toEqual({ scored: 5, total: 6 });
  expect((await evaluate(scorer, benchmark, { retrieval: true })).retrieval!.positives).toEqual(ofEncoder);
  const wrong = { ...benchmark.retrieval!.positives!, textToImage: [{ query: 1, right: [2] }] };
  await expect(
    evaluate(encoder, { ...benchmark, retrieval: { ...benchmark.retrieval!, positives: wrong } }),
  ).rejects.toThrow(
    'positives.textToImage must hold a query or more, with right answers that are indices below 2',
  );
});
