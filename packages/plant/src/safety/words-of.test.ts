import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsOf } from './words-of';

test('a text of ASCII is cut like the same text before a letter of another script', () => {
  const texts = fc.string({ unit: 'binary-ascii', maxLength: 60 });
  fc.assert(
    fc.property(texts, (text) => {
      expect(wordsOf(text)).toEqual(wordsOf(`${text} я`).slice(0, -1));
    }),
    { numRuns: 500 },
  );
  expect(wordsOf("A kid's TEEN-ager, 12yo.").map(({ word }) => word)).toEqual(
    'a kid s teen ager 12yo'.split(' '),
  );
});

test('a letter that is ASCII in lower case alone, and one that grows there, keep their places', () => {
  expect(wordsOf('\u212Aid İf on')).toEqual([
    { word: 'kid', start: 0, end: 3 },
    { word: 'if', start: 4, end: 6 },
    { word: 'on', start: 7, end: 9 },
  ]);
});
