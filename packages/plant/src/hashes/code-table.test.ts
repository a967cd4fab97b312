import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CodeTable } from './code-table';

test('it keeps what a Map keeps', () => {
  const entries = fc.array(
    fc.tuple(
      fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).filter((key) => key !== 0),
      fc.integer({ min: 1, max: 255 }),
    ),
  );
  fc.assert(
    fc.property(entries, (list) => {
      const codes = new CodeTable();
      const map = new Map<number, number>();
      for (const [key, code] of list) {
        codes.set(key, code);
        map.set(key, code);
      }
      for (const [key, code] of map) expect(codes.get(key)).toBe(code);
      expect(codes.get(123_456_789)).toBe(map.get(123_456_789) ?? 0);
    }),
  );
});

test('it grows', () => {
  const codes = new CodeTable();
  for (let key = 1; key <= 50_000; key += 1) codes.set(key, 1 + (key % 255));
  for (let key = 1; key <= 50_000; key += 1) expect(codes.get(key)).toBe(1 + (key % 255));
  expect(codes.get(-1)).toBe(0);
});
