import { describe, expect, test } from 'vitest';
import { compare } from '../compare/compare';
import { compareSeeds } from '../compare/compare-seeds';
import { matchTwo } from '../loaders/match-two';
import { bagOfWordsUpperBound } from '../questions/bag-of-words';
import type { Benchmark } from '../questions/benchmark';
import { captionAgainst, type Pairings, type Question } from '../questions/question';
import { evaluateBlind } from './blind-baseline';
import type { Result } from './result';

const benchmarkOf = (questions: readonly Question[]): Benchmark => ({ name: 'b', chance: 0.5, questions });

describe('bagOfWordsUpperBound', () => {
  const share = (pairings: Pairings) =>
    bagOfWordsUpperBound(benchmarkOf([{ id: '1', kind: 'k', group: 'g', ...pairings }])).k;
  const pair = (caption: string, negative: string) => share(captionAgainst('i', caption, negative));
  test('swaps of the same words are out of reach, whatever their case and punctuation', () => {
    expect(pair('A dog chases a cat.', 'a cat chases, a dog')).toBe(0);
    expect(pair('a dog chases a cat', 'a dog chases the cat')).toBe(1);
    // The words are the same, but not how often each comes.
    expect(pair('two dogs and two cats and a cow', 'two dogs and a cats and a cow')).toBe(1);
  });
  test('two pictures and two captions: a circle is out of reach, one caption for each picture is not', () => {
    const match = (one: string, other: string) => matchTwo(['x', 'y'], [one, other])!;
    const same = match('a dog near a cat', 'a cat near a dog');
    expect(share(same.text)).toBe(0);
    // s(x, w) > s(y, w) and s(y, w) > s(x, w).
    expect(share(same.image)).toBe(0);
    const different = match('a dog', 'a cat');
    for (const pairings of [different.text, different.image, different.group]) {
      expect(share(pairings)).toBe(1);
    }
  });
  test('two texts: both captions nearest to each other', () => {
    const triple = (first: string, second: string, negative: string) => {
      const right = { text: first, otherText: second };
      return share({
        right: [right, right],
        wrong: [first, second].map((text) => ({ text, otherText: negative })),
        rule: 'all',
      });
    };
    expect(triple('a red dog', 'one red dog', 'a blue dog')).toBe(1);
    // The false caption has the words of the first: then s(P₁, P₂) > s(P₂, N) compares a pair with itself.
    expect(triple('a red dog and a blue cat', 'one red dog, one blue cat', 'a blue dog and a red cat')).toBe(
      0,
    );
  });
});

describe('evaluateBlind', () => {
  const items = (count: number, changed: (index: number) => [string, string]) =>
    Array.from({ length: count }, (_, index): Question => {
      const [caption, negative] = changed(index);
      return {
        id: String(index),
        kind: 'k',
        group: String(index >> 1),
        ...captionAgainst('i', caption, negative),
      };
    });
  const odd = benchmarkOf(
    items(40, (index) => [`a dog number ${index % 7} runs`, `runs a number dog ${index % 7}`]),
  );
  test('finds what word order gives away, from captions of other pictures only', async () => {
    const result = await evaluateBlind(odd);
    expect(result.model).toBe('text only');
    expect(result.kinds.k!.value).toBe(1);
    expect(result.answers.map(({ id }) => id)).toEqual(odd.questions.map(({ id }) => id));
    expect(await evaluateBlind(odd)).toEqual(result);
  });
  test('has nothing to go on where each caption is like no other, its own not being shown', async () => {
    const word = (index: number) => String.fromCharCode(97 + Math.floor(index / 26), 97 + (index % 26));
    const strange = benchmarkOf(
      items(40, (index) => [`x${word(index)} y${word(index)}`, `y${word(index)} x${word(index)}`]),
    );
    // All bigrams are unseen: every question is a tie, which is wrong.
    expect((await evaluateBlind(strange)).kinds.k!.value).toBe(0);
    const taught = await evaluateBlind(strange, {
      captions: strange.questions.flatMap(({ right }) => right.map(({ text }) => String(text))),
    });
    expect(taught.kinds.k!.value).toBe(1);
  });
  test('refuses what no text can answer', async () => {
    const onlyTexts = benchmarkOf([
      {
        id: '1',
        kind: 'k',
        group: 'g',
        right: [{ text: 'a', otherText: 'b' }],
        wrong: [{ text: 'a', otherText: 'c' }],
        rule: 'all',
      },
    ]);
    await expect(evaluateBlind(onlyTexts)).rejects.toThrow('asks nothing that a text can answer');
    await expect(evaluateBlind(odd, { folds: 1 })).rejects.toThrow('folds must be an integer of at least 2');
  });
});

const resultOf = (model: string, right: readonly boolean[], extra: Partial<Result> = {}): Result => ({
  benchmark: 'b',
  model,
  chance: 0.5,
  kinds: {},
  mean: { value: right.filter(Boolean).length / right.length, interval: [0, 1] },
  answers: right.map((is, index) => ({
    id: String(index),
    kind: index % 2 === 0 ? 'even' : 'odd',
    group: String(index),
    right: is ? 1 : 0,
    wrong: 0,
  })),
  ...extra,
});

describe('compare', () => {
  test('corrects for the number of kinds, and says "no difference seen" where that is so', () => {
    // In "even" b alone is right 6 times: p = 2/64 = .031, but .062 with Holm's correction for two kinds.
    const a = resultOf(
      'a',
      Array.from({ length: 40 }, (_, index) => index % 2 === 1 || index >= 12),
    );
    const b = resultOf(
      'b',
      Array.from({ length: 40 }, () => true),
    );
    const [comparison] = compare([a, b]);
    expect(comparison!.kinds.even).toMatchObject({ onlyB: 6, verdict: 'no difference seen' });
    expect(comparison!.kinds.even!.p).toBeCloseTo(2 / 64, 12);
    expect(comparison!.kinds.even!.holm).toBeCloseTo(4 / 64, 12);
    expect(comparison!.kinds.odd).toMatchObject({ p: 1, holm: 1, verdict: 'no difference seen' });
    expect(comparison!.verdict).toBe('b ahead of a');
    expect(comparison!.p).toBe(2 / 64);
    const [none] = compare([b, { ...b, model: 'c' }]);
    expect(none).toMatchObject({ p: 1, verdict: 'no difference seen' });
  });
  test('rows that share a picture count as one', () => {
    const shared = (result: Result): Result => ({
      ...result,
      answers: result.answers.map((item) => ({ ...item, kind: 'all', group: String(Number(item.id) >> 2) })),
    });
    const a = shared(resultOf('a', Array(16).fill(false)));
    const b = shared(resultOf('b', Array(16).fill(true)));
    // Sixteen rows would give 2/2¹⁶; they are four pictures.
    expect(compare([a, b])[0]!.kinds.all!.p).toBe(2 / 16);
  });
  test('leaves out a kind that one of the two could not be asked, and nothing else', () => {
    const whole = resultOf('a', [true, true]);
    const half = { ...resultOf('b', [true, true]), answers: whole.answers.slice(0, 1) };
    const asked = { ...half, coverage: { even: { scored: 1, total: 1 }, odd: { scored: 0, total: 1 } } };
    expect(Object.keys(compare([whole, asked])[0]!.kinds)).toEqual(['even']);
    expect(() => compare([whole, half])).toThrow('not judged on the same items');
  });
});

describe('compareSeeds', () => {
  const run = (model: string, seed: number, value: number): Result => ({
    ...resultOf(model, [true]),
    trainingSeed: seed,
    kinds: { k: { correct: 1, total: 1, value, interval: [0, 1] } },
    mean: { value, interval: [0, 1] },
  });
  test('seeds are the units: eight that agree are seen, two are not', () => {
    const seeds = (count: number) =>
      Array.from({ length: count }, (_, seed) => [
        run('a', seed, 0.5),
        run('b', seed, 0.52 + seed / 1000),
      ]).flat();
    const [eight] = compareSeeds(seeds(8));
    expect(eight).toMatchObject({ a: 'a', b: 'b', trainingSeeds: [0, 1, 2, 3, 4, 5, 6, 7] });
    expect(eight!.mean).toMatchObject({ p: 2 / 256, verdict: 'b ahead of a' });
    expect(eight!.kinds.k).toMatchObject({ holm: 2 / 256, verdict: 'b ahead of a' });
    const [five] = compareSeeds(seeds(5));
    // Five seeds can't get below .0625 by sign flips.
    expect(five!.kinds.k).toMatchObject({ p: 2 / 32, verdict: 'no difference seen' });
    expect(() => compareSeeds([run('a', 0, 0.5), run('b', 1, 0.6)])).toThrow(
      'share at least two training seeds',
    );
    expect(() => compareSeeds([resultOf('a', [true]), resultOf('b', [true])])).toThrow(
      'which training seed each is of, got none; pass trainingSeed to evaluate',
    );
  });
});
