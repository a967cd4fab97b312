import { expect, test } from 'vitest';
import { unlistedWords } from './unlisted';

test('frequent concrete words without a row of contrasts are named, the most frequent first', () => {
  const captions = [
    ...Array.from({ length: 4 }, () => 'A dog beside a quokka, with some hope.'),
    ...Array.from({ length: 5 }, () => 'An ocarina on a table.'),
    'A dulcimer.',
  ];
  expect(unlistedWords(captions)).toEqual([
    ['ocarina', 5],
    ['quokka', 4],
  ]);
});
