import { createRandom } from '@slipform/kit/random/random';
import { describe, expect, test } from 'vitest';
import { loess } from './loess';
import { permutedSlope, type WordObservation } from './permuted-slope';

describe('loess', () => {
  test('goes through a line', () => {
    const x = Array.from({ length: 50 }, (_, i) => i / 10);
    const found = loess(
      x,
      x.map((value) => 2 - 3 * value),
      [0, 1.23, 4.9],
    );
    for (const [at, value] of [2, -1.69, -12.7].entries()) expect(found[at]).toBeCloseTo(value, 10);
  });

  test('follows a bend that a line would miss', () => {
    const x = Array.from({ length: 201 }, (_, i) => i / 100 - 1);
    const [left, middle, right] = loess(x, x.map(Math.abs), [-0.8, 0, 0.8], 0.2);
    expect(left).toBeCloseTo(0.8, 6);
    expect(right).toBeCloseTo(0.8, 6);
    expect(middle).toBeLessThan(0.1);
  });

  test('takes the mean of points in one place', () => {
    expect(loess([2, 2, 2], [1, 2, 6], [2], 1)).toEqual([3]);
  });
});

describe('a slope over words', () => {
  const wordCount = 400;
  const ratings = Array.from(
    { length: wordCount },
    (_, word) => 1 + (4 * ((word * 37) % wordCount)) / wordCount,
  );
  const number = (word: string) => Number(word.slice(1));
  const options = {
    ratingOf: (word: string) => ratings[number(word)]!,
    frequencyOf: (word: string) => number(word) % 10,
    permutations: 99,
  };
  /** Each word has an effect of its own beside that of its rating, and occurs often. */
  function observed(seed: number, slope: number): WordObservation[] {
    const random = createRandom(seed);
    const own = Array.from({ length: wordCount }, () => random.fraction() - 0.5);
    return Array.from({ length: 2000 }, () => {
      const word = Math.floor(wordCount * random.fraction() ** 2);
      const length = 1 + random.integer(3);
      const group = `g${random.integer(5)}`;
      const y = slope * ratings[word]! + own[word]! + 0.7 * length + 3 * number(group) + random.fraction();
      return { words: [`w${word}`], y, covariates: [length], group };
    });
  }

  test('is found with groups and covariates held fixed', () => {
    const { slope, z, p, words } = permutedSlope(observed(1, 0.3), options);
    expect(slope).toBeGreaterThan(0.2);
    expect(slope).toBeLessThan(0.4);
    expect(z).toBeGreaterThan(4);
    expect(p).toBeCloseTo(1 / 100, 12);
    expect(words).toBeLessThanOrEqual(wordCount);
  });

  test('has a p that is small by chance alone about as often as it says, though words have effects of their own', () => {
    const ps = Array.from(
      { length: 60 },
      (_, seed) => permutedSlope(observed(seed, 0), { ...options, permutations: 49 }).p,
    );
    expect(ps.filter((p) => p <= 0.1).length).toBeLessThan(15);
    expect(ps.filter((p) => p <= 0.5).length).toBeGreaterThan(15);
  });
});
