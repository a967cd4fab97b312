import { expect, test } from 'vitest';
import { compareNorms } from './compare-norms';
import type { Lexicon } from './lexicon';
import { parseNorms } from './parse-norms';
import type { Rating, RatingStep } from './rating';

// A lexicon of four words: two right, one off by one, one that its parts rate.
const table = new Map([
  ['roof', 5],
  ['hope', 2],
  ['tile', 3],
]);
const rated = (rating: number, lemma: string, via: RatingStep, parts?: readonly string[]): Rating => ({
  rating,
  source: 'estimate',
  lemma,
  via,
  ...(parts && { parts }),
});
const lexicon: Lexicon = {
  rate: (word) => {
    if (word === 'roofless') return rated(3, word, 'parts', ['roof', '-less']);
    const lemma = word.replace(/s$/, '');
    const rating = table.get(lemma);
    return rating === undefined ? undefined : rated(rating, lemma, lemma === word ? 'entry' : 'lemma');
  },
  rateCaption: () => ({ words: [], mean: Number.NaN }),
};

test('agreement by group, the worst errors and what is unknown', () => {
  const norms = parseNorms(
    'word,rating,pos\nroofs,5,Noun\nhope,2,Verb\ntile,4,Noun\nroofless,3,Adjective\nblorp,3,\nhot roof,4,\n',
  );
  const { groups, worst, unknown } = compareNorms(norms, lexicon, { worst: 1 });
  expect(groups.map(({ group, words }) => [group, words])).toEqual([
    ['all', 6],
    ['noun', 2],
    ['verb', 1],
    ['adjective', 1],
    ['phrase', 1],
    ['found as an entry', 2],
    ['found by lemma', 1],
    ['found by parts', 1],
  ]);
  expect(groups[0]).toMatchObject({ coverage: 4 / 6, rootMeanSquareError: 0.5, meanAbsoluteError: 0.25 });
  // Estimates 5, 2, 3, 3 of 5, 2, 4, 3: centred products 4.75, squares 4.75 and 5.
  expect(groups[0]!.r).toBeCloseTo(4.5 / Math.sqrt(4.75 * 5), 12);
  expect(groups[1]!.r).toBeNull();
  expect(worst).toEqual([{ word: 'tile', human: 4, estimate: 3, lemma: 'tile', via: 'entry' }]);
  expect(unknown).toEqual(['blorp']);
});
