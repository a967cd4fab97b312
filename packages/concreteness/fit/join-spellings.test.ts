import { expect, test } from 'vitest';
import { createLexicon } from '../src/lexicon';
import { joinSpellings } from './join-spellings';
import { readWordNet } from './wordnet';

const wordNet = readWordNet();
const pairs = [
  ['colour', 'color'],
  ['grey', 'gray'],
  ['tyre', 'tire'],
  ['centre', 'center'],
  ['metre', 'meter'],
] as const;
const others = [
  ['outre', 'outer'],
  ['timbre', 'timber'],
  ['prise', 'prize'],
] as const;

test('two spellings of one word become their mean, and two words stay two', () => {
  for (const pair of pairs) expect([...joinSpellings(pair, [2, 4], wordNet)], pair.join()).toEqual([3, 3]);
  for (const pair of others) expect([...joinSpellings(pair, [2, 4], wordNet)], pair.join()).toEqual([2, 4]);
});

test('the table has one estimate for both', () => {
  const { rate } = createLexicon();
  for (const [british, american] of pairs) {
    expect(rate(british), british).toMatchObject({ via: 'entry', rating: rate(american)!.rating });
  }
  for (const [one, other] of others) expect(rate(one)!.rating).not.toBe(rate(other)!.rating);
});
