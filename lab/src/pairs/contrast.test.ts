import { describe, expect, test } from 'vitest';
import type { AskedPairs, ModelAnswers } from './answers';
import { pairAnswer } from './answers';
import { contrastOf, shareOf } from './contrast';
import { GROUPS, PAIRINGS, RECALL, RECALLS, SWAPS, SWAPS_BY_DRAWING, SWAPS_BY_NAMES } from './measures';

const questions: AskedPairs = {
  pairs: Array.from({ length: 40 }, (_, index) => ({
    id: String(index),
    kind: index < 20 ? 'swap' : 'colour',
    pictures: [`a_${index}+b_beside.png`, `a_${index}+c_beside.png`],
    captions: ['a red bell above a blue cloud', 'a blue bell above a red cloud'],
    words: [`word ${index % 10}`, `other ${index % 7}`],
    artist: `artist ${index % 4}`,
    isSeen: index % 2 === 0,
    isCopy: index % 4 === 0,
  })),
  gallery: Array.from({ length: 20 }, (_, index) => ({
    picture: `a_${index}+b_beside.png`,
    caption: `word ${index}`,
    words: [`word ${index}`],
    artist: `artist ${index % 4}`,
  })),
};
type Cosines = readonly [number, number, number, number];
const [ALL, PAIRED, NONE]: readonly Cosines[] = [
  [0.5, 0.4, 0.3, 0.6],
  // The second caption is near to both pictures.
  [0.5, 0.55, 0.3, 0.6],
  [0.4, 0.5, 0.5, 0.4],
];
const answers = (cosines: (index: number) => Cosines, rank: (index: number) => number): ModelAnswers => ({
  scores: questions.pairs.flatMap((_, index) => cosines(index)),
  captionRanks: questions.gallery.map((_, index) => rank(index)),
  pictureRanks: questions.gallery.map(() => 1),
});

describe('answers', () => {
  test('a caption that is near to every picture costs the text and not the pairing, and a tie is wrong', () => {
    const own = (cosines: Cosines) => pairAnswer({ scores: cosines, captionRanks: [], pictureRanks: [] }, 0);
    expect(own(ALL!)).toEqual({ pairing: true, text: true, image: true });
    expect(own(PAIRED!)).toEqual({ pairing: true, text: false, image: true });
    expect(own([0.5, 0.4, 0.6, 0.7])).toEqual({ pairing: true, text: true, image: false });
    expect(own(NONE!)).toEqual({ pairing: false, text: false, image: false });
    expect(own([0.5, 0.5, 0.5, 0.5])).toEqual({ pairing: false, text: false, image: false });
  });

  test('shares count what is right, by kind, names and way', () => {
    const one = new Map([
      [
        0,
        answers(
          (index) => (index % 5 === 0 ? ALL! : index % 2 === 0 ? PAIRED! : NONE!),
          (index) => index,
        ),
      ],
    ]);
    const value = (measure: typeof SWAPS) => shareOf(measure, questions, one).value;
    // Of 20 swaps those of 0, 5, 10 and 15 are right in all, and the other even ones paired.
    expect(value(SWAPS)).toBeCloseTo(12 / 20, 12);
    expect(value(GROUPS[0]!)).toBeCloseTo(4 / 20, 12);
    expect(value(SWAPS_BY_NAMES[0]!)).toBeCloseTo(1, 12);
    expect(value(SWAPS_BY_NAMES[1]!)).toBeCloseTo(2 / 10, 12);
    expect(value(PAIRINGS[4]!)).toBeCloseTo(12 / 20, 12);
    expect(PAIRINGS.map((measure) => measure.items(questions, one.get(0)!).length)).toEqual([
      20, 0, 0, 0, 20,
    ]);
    // Those that 4 divides are paired: five of the swaps with near-duplicates, 7 of the 15 others.
    expect(value(SWAPS_BY_DRAWING[1]!)).toBeCloseTo(1, 12);
    expect(value(SWAPS_BY_DRAWING[0]!)).toBeCloseTo(7 / 15, 12);
    expect(value(RECALLS[1]!)).toBeCloseTo(11 / 20, 12);
    expect(value(RECALL)).toBeCloseTo((11 / 20 + 1) / 2, 12);
  });
});

describe('differences', () => {
  const worse = answers(
    (index) => (index % 2 ? ALL! : NONE!),
    () => 1,
  );
  const better = answers(
    (index) => (index % 2 || index % 4 === 0 ? ALL! : NONE!),
    () => 1,
  );

  test('are paired by seed, and one model without seeds stands beside all', () => {
    const seeds = new Map([
      [0, better],
      [1, worse],
    ]);
    const found = contrastOf(SWAPS, questions, seeds, new Map([[0, worse]]));
    expect(found.bySeed).toEqual([5 / 20, 0]);
    expect(found.wider.value).toBeCloseTo(5 / 40, 12);
    expect(contrastOf(SWAPS, questions, seeds, seeds).wider.value).toBe(0);
  });

  test('an interval that holds 0 has a minimum detectable effect beyond its end', () => {
    const { wider } = contrastOf(SWAPS, questions, new Map([[0, better]]), new Map([[0, worse]]));
    expect(wider.interval[0]).toBeLessThan(0.25);
    expect(wider.interval[1]).toBeGreaterThan(0.25);
    expect(wider.detectable).toBeGreaterThan(wider.interval[1] - wider.value);
  });
});
