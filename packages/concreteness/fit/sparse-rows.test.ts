import { expect, test } from 'vitest';
import { buildRows, collectColumns, dotRow } from './sparse-rows';

const describeWord = (word: string, add: (name: string, value: number) => void) => {
  for (const letter of word) add(`letter:${letter}`, 1);
};

test('only what enough items have becomes a column', () => {
  const columns = collectColumns(['aab', 'ab', 'ac'], describeWord, 2);
  expect([...columns.keys()]).toEqual(['letter:a', 'letter:b']);
});

test('a row sums what comes twice, scales by name and drops unknown names', () => {
  const columns = new Map([
    ['letter:a', 0],
    ['letter:b', 1],
  ]);
  const rows = buildRows(['aab', 'xyz', 'b'], describeWord, columns, (name) =>
    name === 'letter:b' ? 10 : 1,
  );
  const weights = Float64Array.of(1, 100);
  expect([0, 1, 2].map((row) => dotRow(rows, row, weights))).toEqual([1002, 0, 1000]);
});

test('rows grow beyond the first allocation', () => {
  const columns = new Map(Array.from({ length: 2000 }, (_, index) => [`${index}`, index] as const));
  const items = Array.from({ length: 700 }, (_, index) => index);
  const rows = buildRows(
    items,
    (item, add) => {
      for (const name of columns.keys()) add(name, item);
    },
    columns,
    () => 1,
  );
  expect(dotRow(rows, 699, new Float64Array(2000).fill(1))).toBe(699 * 2000);
});
