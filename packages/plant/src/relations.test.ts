import { expect, test } from 'vitest';
import { relation } from './relations';

test('nouns that may be true of the same thing are related, either way round', () => {
  const pairs = ['dog animal', 'animal dog', 'wheel car', 'couch sofa', 'dog cat', 'dog xyzzy'];
  expect(pairs.map((pair) => relation(...(pair.split(' ') as [string, string])))).toEqual([
    'is-a',
    'is-a',
    'part-of',
    'synonym',
    undefined,
    undefined,
  ]);
});
