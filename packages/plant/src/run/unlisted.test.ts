import { expect, test } from 'vitest';
import { unlistedWords } from './unlisted';

test('frequent concrete words without a row of contrasts are named, the most frequent first', () => {
  const captions = [
    ...Array.from({ length: 4 }, () => 'A dog beside a zither, with some hope.'),
    ...Array.from({ length: 5 }, () => 'A kazoo on a red table.'),
    'A colander.',
  ];
  expect(unlistedWords(captions)).toEqual([
    ['kazoo', 5],
    ['zither', 4],
  ]);
});
