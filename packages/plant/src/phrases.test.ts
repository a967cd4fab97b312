import { expect, it } from 'vitest';
import { phrasesOf, wordsOf } from './phrases';

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

it('words have their part of speech and their lemma, and stand where the caption has them', () => {
  const caption = 'Two dogs watch an orange cat.';
  const words = wordsOf(caption);
  expect(words.map(({ lemma }) => lemma)).toEqual(['two', 'dog', 'watch', 'an', 'orange', 'cat', '.']);
  expect(words.map(({ tag }) => tag)).toEqual(['NUM', 'NOUN', 'VERB', 'DET', 'ADJ', 'NOUN', 'PUNCT']);
  for (const { text, start, end } of words) expect(caption.slice(start, end)).toBe(text);
  expect(wordsOf('Ein Hund jagt die Katze unter dem Tisch und bellt.')).toEqual([]);
});
