import { createLexicon } from '@slipform/concreteness';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryWords, splitPieces } from '../use-ratings';
import { explainStep } from '../view/word-detail';
import { samples } from '../words-room';
import { ratePiece } from './rate-piece';
import { extremes, isCounted, type RatedPiece, summaryOf, wordAt } from './summary';

const estimates = createLexicon();
const rated = (text: string) => splitPieces(text).map((piece) => ratePiece(piece, estimates));
const textsOf = ({ text, words }: RatedPiece) => words.map(({ start, end }) => text.slice(start, end));

const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(fc.constantFrom('ice', 'cream', 'fire', 'hydrant', 'the', 'qwxz', ',', '. ', ' ', '\n', '’s'), {
      maxLength: 40,
    })
    .map((parts) => parts.join('')),
);

describe('pieces', () => {
  it.each(samples)('of “$title” have the ratings of the whole', ({ text }) => {
    const own = rated(text).flatMap(({ words }) => words.filter(isCounted));
    const whole = estimates.rateCaption(text).words;
    expect(own.map((word) => [word.text, word.rating.rating])).toEqual(
      whole.map((word) => [word.text, word.rating]),
    );
    expect(whole.length).toBeGreaterThan(10);
  });

  it('of any text have them too, and lose no character', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const pieces = rated(text);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        const own = pieces.flatMap(({ words }) => words.filter(isCounted));
        expect(own.map((word) => word.text)).toEqual(
          estimates.rateCaption(text).words.map((word) => word.text),
        );
        for (const piece of pieces) expect(piece.words.map((word) => word.text)).toEqual(textsOf(piece));
      }),
      { numRuns: 200 },
    );
  });

  it('tell words that are left out from words that are unknown', () => {
    const { words } = ratePiece('The qwxz dogs', estimates);
    expect(words.map(({ text, isLeftOut, rating }) => [text, isLeftOut, rating?.lemma])).toEqual([
      ['The', true, 'the'],
      ['qwxz', false, undefined],
      ['dogs', false, 'dog'],
    ]);
  });
});

describe('words of a piece that changes', () => {
  it('stay before the change, and move behind it', () => {
    const before = ratePiece('dog bread smoke', estimates);
    const after = carryWords(before, 'dog breads smoke');
    expect(textsOf(after)).toEqual(['dog', 'bread', 'smoke']);
    expect(textsOf(carryWords(before, 'dog brad smoke'))).toEqual(['dog', 'smoke']);
    expect(textsOf(carryWords(before, ''))).toEqual([]);
  });

  it('keep their text, whatever changes', () => {
    fc.assert(
      fc.property(texts, texts, texts, texts, (head, cut, put, tail) => {
        const before = ratePiece(head + cut + tail, estimates);
        const after = carryWords(before, head + put + tail);
        expect(textsOf(after)).toEqual(after.words.map(({ text }) => text));
      }),
      { numRuns: 200 },
    );
  });
});

it('a word has its other spellings', () => {
  const { words } = ratePiece('gray dogs', estimates);
  expect(words[0]).toMatchObject({ rating: estimates.rate('gray'), spellings: ['grey'] });
});

it('a summary counts every word, and its ends share none', () => {
  const summary = summaryOf(rated('A dog and the dogs saw hope, hope and qwxz. Smoke!'));
  expect(summary).toMatchObject({ counted: 6, leftOut: 4, unknown: 1 });
  expect(summary.bins.reduce((a, b) => a + b)).toBe(6);
  expect(summary.distinct.find(({ word }) => word.text === 'hope')).toMatchObject({ times: 2, start: 23 });
  const { concrete, abstract } = extremes(summary.distinct, 9);
  expect(concrete.map(({ word }) => word.rating.lemma)).toHaveLength(2);
  expect(abstract[0]!.word.rating.lemma).toBe('hope');
  expect(summaryOf([])).toMatchObject({ counted: 0, mean: undefined });
});

it('the cursor is at the word that it stands in, or at the last one before', () => {
  const pieces = rated('  Dogs, and smoke');
  const at = (cursor: number) => wordAt(pieces, cursor)?.word.text;
  expect([0, 2, 4, 7, 8, 12, 99].map(at)).toEqual(['Dogs', 'Dogs', 'Dogs', 'Dogs', 'and', 'smoke', 'smoke']);
  expect(wordAt(pieces, 12)).toMatchObject({ piece: 1, start: 12 });
  expect(wordAt(rated(''), 0)).toBeUndefined();
});

it('each step has a sentence', () => {
  for (const [text, via] of [
    ['dog', 'entry'],
    ['dogs', 'lemma'],
    ['quarreled', 'lemma'],
    ['lockless', 'parts'],
    ['café', 'spelling'],
  ] as const) {
    const rating = estimates.rate(text)!;
    expect(rating.via).toBe(via);
    expect(explainStep(rating)).toMatch(/^\S.{10,}\.$/);
  }
});
