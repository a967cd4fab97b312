import { expect, it } from 'vitest';
import { phrasesOf } from './phrases';

it('phrases are what names things, with determiner and adjectives, and where they stand', () => {
  const caption = 'A red dog chases two small cats under the table.';
  const phrases = phrasesOf(caption);
  expect(phrases.map(({ text }) => text)).toEqual(['A red dog', 'two small cats', 'the table']);
  expect(phrases.map(({ lemma }) => lemma)).toEqual(['dog', 'cat', 'table']);
  for (const { text, start, end } of phrases) expect(caption.slice(start, end)).toBe(text);
});

it('a text that the miner does not read has none', () => {
  expect(phrasesOf('Ein Hund jagt die Katze unter dem Tisch und bellt.')).toEqual([]);
  expect(phrasesOf('')).toEqual([]);
});
