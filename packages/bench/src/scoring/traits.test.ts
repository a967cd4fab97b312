import { describe, expect, test } from 'vitest';
import { compare } from '../compare/compare';
import type { Benchmark } from '../questions/benchmark';
import { captionAgainst, type Question } from '../questions/question';
import { clusteredMean, clusteredProportion } from '../statistics/clustered-mean';
import { evaluate } from './evaluate';
import { isCorrect } from './result';
import { resultShape } from './result-shape';

/** Pictures are numbers here, texts "n" or "not n"; the model is right where `knows` says so. */
const scorer = (knows: (row: number) => boolean) => ({
  score: async (pairs: readonly { readonly image: unknown; readonly text: string }[]) =>
    pairs.map(({ image, text }) => (text.startsWith('not') === knows(Number(image)) ? 0 : 1)),
});
const traitsOf = (row: number) => ({
  clusters: { artist: `a${row % 5}`, words: [`w${row % 7}`, `w${(row * 3 + 1) % 7}`] },
  by: { band: row % 3 === 0 ? 'high' : 'low', copy: row % 2 === 0 ? 'yes' : 'no' },
});
const rows = Array.from({ length: 60 }, (_, row) => row);
const questions = rows.map(
  (row): Question => ({
    id: `k/${row}`,
    kind: 'k',
    group: String(row),
    ...captionAgainst(String(row), `${row}`, `not ${row}`),
    ...traitsOf(row),
  }),
);
const benchmark: Benchmark = { name: 'b', chance: 0.5, questions, parts: { band: ['low', 'mid', 'high'] } };
const strong = (row: number) => row % 5 !== 1;
const weak = (row: number) => row % 4 !== 1;

describe('questions with labels and parts', () => {
  test('accuracy has the interval over the labels, also within each part', async () => {
    const result = await evaluate(scorer(strong), benchmark);
    const expected = (own: readonly number[]) =>
      clusteredProportion(own.map((row) => ({ correct: strong(row), clusters: traitsOf(row).clusters })));
    expect(result.kinds.k).toEqual(expected(rows));
    expect(result.mean.interval[0]).toBeCloseTo(expected(rows).interval[0], 12);
    expect(Object.keys(result.by!)).toEqual(['band', 'copy']);
    // In the benchmark's order, and without the part that nobody is in.
    expect(Object.keys(result.by!.band!)).toEqual(['low', 'high']);
    expect(result.by!.band!.high!.k).toEqual(expected(rows.filter((row) => row % 3 === 0)));
    expect(result.answers[0]).toMatchObject(traitsOf(0));
    // As a file of results holds it.
    expect(resultShape(JSON.parse(JSON.stringify(result)), 'result')).toEqual(result);
  });

  test('two models are compared over the labels', async () => {
    const [a, b] = [
      await evaluate(scorer(weak), benchmark, { name: 'a' }),
      await evaluate(scorer(strong), benchmark, { name: 'b' }),
    ];
    const differences = a.answers.map((answer, at) => ({
      value: Number(isCorrect(b.answers[at]!)) - Number(isCorrect(answer)),
      clusters: answer.clusters!,
    }));
    const { value, interval, p } = clusteredMean(differences);
    const [comparison] = compare([a, b]);
    expect(comparison!.difference).toBeCloseTo(value, 12);
    expect(comparison!.interval[0]).toBeCloseTo(interval[0], 12);
    expect(comparison!.p).toBeCloseTo(p, 12);
    expect(comparison!.kinds.k!.p).toBeCloseTo(p, 12);
  });

  test('pictures to be found have them too, and a benchmark may have several galleries', async () => {
    const encoder = {
      embedImages: async (images: readonly unknown[]) => images.map((image) => vector(Number(image))),
      // The caption of every fourth picture says the next one.
      embedTexts: async (texts: readonly string[]) =>
        texts.map((text) => vector(Number(text) % 4 === 0 ? Number(text) + 1 : Number(text))),
    };
    const vector = (row: number) => rows.map((each) => Number(each === row));
    const task = (own: readonly number[]) => ({
      images: own.map(String),
      texts: own.map(String),
      imageOf: own.map((_, at) => at),
      traits: own.map(traitsOf),
    });
    const result = await evaluate(encoder, {
      name: 'b',
      chance: 1 / 60,
      questions: [],
      retrieval: task(rows),
      galleries: { some: task([1, 2, 3]), more: task([4, 5, 6, 7]) },
    });
    const found = (row: number) => row % 4 !== 0;
    expect(result.retrieval!.textToImage[1]).toEqual(
      clusteredProportion(rows.map((row) => ({ correct: found(row), clusters: traitsOf(row).clusters }))),
    );
    expect(result.mean.value).toBe(result.retrieval!.imageToText[1]!.value);
    const odd = result.retrieval!.by!.copy!.no!;
    expect(odd.textToImage[1]).toMatchObject({ total: 30, correct: 30 });
    expect(result.galleries!.some!.textToImage[1]).toMatchObject({ total: 3, correct: 3 });
    expect(result.galleries!.more!.textToImage[1]).toMatchObject({ total: 4, correct: 3 });
    expect(resultShape(JSON.parse(JSON.stringify(result)), 'result')).toEqual(result);
  });

  test('labels that are no texts are refused', async () => {
    const wrong: Benchmark = JSON.parse(JSON.stringify({ ...benchmark, questions: questions.slice(0, 1) }));
    Object.assign(wrong.questions[0]!, { clusters: { words: [1] } });
    await expect(evaluate(scorer(strong), wrong)).rejects.toThrow(
      'benchmark.questions[0].clusters.words[0] must be a text, got 1',
    );
  });

  test('a handful of crossed questions that differ one way is no difference: too few questions', async () => {
    const few = await evaluate(
      scorer((row) => row >= 4 || strong(row) === false),
      benchmark,
      { name: 'few' },
    );
    const all = await evaluate(
      scorer(() => true),
      benchmark,
      { name: 'all' },
    );
    const [found] = compare([few, all]);
    expect(found!.kinds.k).toMatchObject({ onlyA: 0 });
    const differing = found!.kinds.k!.onlyB;
    expect(differing).toBeGreaterThan(0);
    expect(differing).toBeLessThan(6);
    expect(found!.kinds.k!.p).toBeGreaterThanOrEqual(2 ** (1 - differing));
    expect(found!.verdict).toMatch(/^too few questions differ: with \d, p cannot fall below/);
    expect(found!.kinds.k!.verdict).toBe(found!.verdict);
  });
});
