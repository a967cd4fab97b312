import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lengthGroups } from './texts-by-length';

it('puts a few long texts apart from many short ones, and leaves texts of one length together', () => {
  const lengths = Array.from({ length: 120 }, (_, row) => (row % 40 === 0 ? 30 : 3 + (row % 2)));
  expect(lengthGroups(lengths)).toEqual([
    { rows: lengths.flatMap((length, row) => (length < 30 ? [row] : [])), length: 4 },
    { rows: [0, 40, 80], length: 30 },
  ]);
  expect(lengthGroups([5, 5, 5])).toEqual([{ rows: [0, 1, 2], length: 5 }]);
  expect(lengthGroups([])).toEqual([]);
});

it('has each text once, in columns enough, and never more tokens than one group with the price of the others', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 77 }), { minLength: 1, maxLength: 300 }), (lengths) => {
      const groups = lengthGroups(lengths);
      expect(groups.flatMap(({ rows }) => rows).sort((a, b) => a - b)).toEqual(lengths.map((_, row) => row));
      for (const { rows, length } of groups)
        expect(Math.max(...rows.map((row) => lengths[row]!))).toBe(length);
      const tokens = groups.reduce((sum, { rows, length }) => sum + rows.length * length, 0);
      expect(tokens + 96 * (groups.length - 1)).toBeLessThanOrEqual(lengths.length * Math.max(...lengths));
    }),
  );
});
