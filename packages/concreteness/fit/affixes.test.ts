import { expect, test } from 'vitest';
import { findBases, splitCompound } from './affixes';
import { readWordNet } from './wordnet';

const ranks = new Map(['trap', 'door', 'sand', 'worm', 'smoking'].map((word, rank) => [word, rank]));
const known = { wordNet: readWordNet(), rankOf: (word: string) => ranks.get(word) };

test.each([
  ['kindness', { base: 'kind', affix: '-ness' }],
  ['happily', { base: 'happy', affix: '-ily' }],
  ['unkind', { base: 'kind', affix: 'un-' }],
  ['reddish', { base: 'red', affix: '-ish' }],
  ['t-shirt', { base: 'tshirt', affix: 'hyphen' }],
])('%s has a base', (word, base) => {
  const found = findBases(word, { ...known, wordNet: known.wordNet, rankOf: () => 1 });
  expect(found).toContainEqual(base);
});

test('a word without affixes and a phrase have no base', () => {
  expect(findBases('dog', known)).toEqual([]);
  expect(findBases('traffic lightness', known)).toEqual([]);
});

test('compounds split into the most frequent pair, phrases at their spaces', () => {
  expect(splitCompound('trapdoor', known)).toEqual(['trap', 'door']);
  expect(splitCompound('sandworm', known)).toEqual(['sand', 'worm']);
  expect(splitCompound('hot dog', known)).toEqual(['hot', 'dog']);
  expect(splitCompound('dog', known)).toBeUndefined();
});
