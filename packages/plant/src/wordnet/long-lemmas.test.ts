import { expect, test } from 'vitest';
import { hashWord } from '../hashes/hash-words';
import { bitOf, LongLemmas } from './long-lemmas';

const lemmas = ['hot dog', 'hot dog stand', 'hot air', 'dog', 'a b c d e'];
const long = new LongLemmas(lemmas);
const most = (first: string, second: string) => long.maxWords(hashWord(first), hashWord(second));

test('knows the longest lemma that begins with two words', () => {
  expect(most('hot', 'dog')).toBe(3);
  expect(most('hot', 'air')).toBe(2);
  expect(most('dog', 'hot')).toBe(0);
  expect(most('dog', 'stand')).toBe(0);
  expect(most('a', 'b')).toBe(0);
});

test('has a bit for each word that follows', () => {
  expect(long.followerBits('hot')).toBe(bitOf('dog') | bitOf('air'));
  expect(long.followerBits('dog')).toBe(0);
});
