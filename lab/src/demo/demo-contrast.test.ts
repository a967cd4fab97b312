import { describe, expect, test } from 'vitest';
import { type DemoAnswers, type DemoQuestions, digitOf } from './demo-answers';
import { contrastOf, shareOf } from './demo-contrast';
import { BAND_GROUPS, GROUP, IMAGE, RECALL, RECALLS, TEXT } from './demo-measures';

const questions: DemoQuestions = {
  pairs: Array.from({ length: 40 }, (_, index) => ({
    id: String(index),
    pictures: [`a/${index}.png`, `b/${index}.png`],
    captions: ['cloud off', 'cloud check'],
    words: [`word ${index % 10}`, `other ${index % 7}`],
    concreteness: 1.5 + index / 12,
    artist: `artist ${index % 4}`,
  })),
  gallery: Array.from({ length: 20 }, (_, index) => ({
    picture: `a/${index}.png`,
    caption: `word ${index}`,
    artist: `artist ${index % 4}`,
  })),
};
const answers = (right: (index: number) => number, rank: (index: number) => number): DemoAnswers => ({
  right: questions.pairs.map((_, index) => String(right(index))).join(''),
  nameRanks: questions.gallery.map((_, index) => rank(index)),
  iconRanks: questions.gallery.map(() => 1),
});

describe('answers', () => {
  test('a digit says which choices are right, and a tie is wrong', () => {
    expect(digitOf([0.5, 0.4, 0.3, 0.6])).toBe('3');
    expect(digitOf([0.5, 0.4, 0.6, 0.7])).toBe('1');
    expect(digitOf([0.5, 0.6, 0.4, 0.7])).toBe('2');
    expect(digitOf([0.5, 0.5, 0.4, 0.7])).toBe('2');
    expect(digitOf([0.5, 0.5, 0.5, 0.5])).toBe('0');
  });

  test('shares count what is right, by band and way', () => {
    // Text alone for even questions, all for every fifth.
    const one = new Map([
      [
        0,
        answers(
          (index) => (index % 5 === 0 ? 3 : index % 2 === 0 ? 1 : 0),
          (index) => index,
        ),
      ],
    ]);
    const value = (measure: typeof GROUP) => shareOf(measure, questions, one).value;
    expect(value(GROUP)).toBeCloseTo(8 / 40, 12);
    expect(value(TEXT)).toBeCloseTo(24 / 40, 12);
    expect(value(IMAGE)).toBeCloseTo(8 / 40, 12);
    // 1.5 to below 3 are the first 18 questions, of which 0, 5, 10 and 15 are right.
    expect(value(BAND_GROUPS[0]!)).toBeCloseTo(4 / 18, 12);
    expect(BAND_GROUPS.map((band) => band.items(questions, one.get(0)!).length)).toEqual([18, 12, 10]);
    expect(value(RECALLS[1]!)).toBeCloseTo(11 / 20, 12);
    expect(value(RECALL)).toBeCloseTo((11 / 20 + 1) / 2, 12);
  });
});

describe('differences', () => {
  const worse = answers(
    (index) => (index % 2 ? 3 : 0),
    () => 1,
  );
  const better = answers(
    (index) => (index % 2 || index % 4 === 0 ? 3 : 0),
    () => 1,
  );

  test('are paired by seed, and one model without seeds stands beside all', () => {
    const seeds = new Map([
      [0, better],
      [1, worse],
    ]);
    const found = contrastOf(GROUP, questions, seeds, new Map([[0, worse]]));
    expect(found.bySeed).toEqual([10 / 40, 0]);
    expect(found.wider.value).toBeCloseTo(5 / 40, 12);
    expect(contrastOf(GROUP, questions, seeds, seeds).wider.value).toBe(0);
  });

  test('an interval that holds 0 has a difference that would have been seen beyond its end', () => {
    const { wider } = contrastOf(GROUP, questions, new Map([[0, better]]), new Map([[0, worse]]));
    expect(wider.interval[0]).toBeLessThan(0.25);
    expect(wider.interval[1]).toBeGreaterThan(0.25);
    expect(wider.detectable).toBeGreaterThan(wider.interval[1] - wider.value);
  });
});
