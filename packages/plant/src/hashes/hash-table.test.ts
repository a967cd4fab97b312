import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SequenceTable } from '../scores/sequence-table';
import { CountTable } from './count-table';
import { HashMarks, HashTable } from './hash-table';
import { hashPair } from './hash-words';

/** Few different ones, so that they come again, and some that fall on one place. */
const hashes = fc.array(fc.integer({ min: -300, max: 300 }).map((n) => n * 0x10001));

test('counts are those of a Map, however often the table grows; 0 is no hash', () => {
  fc.assert(
    fc.property(hashes, (all) => {
      const table = new CountTable(1);
      const map = new Map<number, number>();
      for (const hash of all) {
        table.add(hash);
        map.set(hash, (map.get(hash) ?? 0) + 1);
      }
      map.delete(0);
      for (const [hash, count] of map) expect(table.count(hash)).toBe(count);
      expect(table.count(0)).toBe(0);
      expect(table.size).toBe(map.size);
    }),
  );
  const many = new CountTable(1);
  for (let hash = 1; hash <= 20_000; hash += 1) many.add(hash * 7919);
  for (let hash = 1; hash <= 20_000; hash += 1) expect(many.count(hash * 7919)).toBe(1);
});

test('what came less often is dropped, the rest stays', () => {
  fc.assert(
    fc.property(hashes, fc.integer({ min: 1, max: 4 }), (all, least) => {
      const table = new CountTable(1);
      for (const hash of all) table.add(hash);
      const kept = table.kept(least);
      for (const hash of all)
        expect(kept.count(hash)).toBe(table.count(hash) >= least ? table.count(hash) : 0);
    }),
  );
});

test('what a surplus costs grows with it, and is nothing where no other text has the sequence', () => {
  const table = new SequenceTable(1);
  for (let i = 0; i < 10; i += 1) table.add(5);
  expect(table.count(5)).toBe(10);
  const first = table.growth(5, 1);
  table.addSurplus(5, 1);
  expect(table.growth(5, 1)).toBeGreaterThan(first);
  expect(table.growth(5, -1)).toBeLessThan(0);
  table.add(6);
  expect(table.growth(6, -1)).toBe(0);
});

test('numbers are those of a Map', () => {
  const entries = fc.array(
    fc.tuple(
      fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).filter((key) => key !== 0),
      fc.integer({ min: 1, max: 255 }),
    ),
  );
  fc.assert(
    fc.property(entries, (list) => {
      const codes = new HashTable();
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

test('a table grows', () => {
  const codes = new HashTable();
  for (let key = 1; key <= 50_000; key += 1) codes.set(key, 1 + (key % 255));
  for (let key = 1; key <= 50_000; key += 1) expect(codes.get(key)).toBe(1 + (key % 255));
  expect(codes.get(-1)).toBe(0);
});

test('marks know each hash that came, and of ten others that did not come nine', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { maxLength: 500 }), (all) => {
      const marks = new HashMarks(all.length);
      for (const hash of all) marks.add(hash);
      for (const hash of all) expect(marks.has(hash)).toBe(true);
    }),
  );
  const marks = new HashMarks(10_000);
  for (let i = 0; i < 10_000; i += 1) marks.add(hashPair(i, 1));
  let taken = 0;
  for (let i = 0; i < 10_000; i += 1) if (marks.has(hashPair(i, 2))) taken += 1;
  expect(taken).toBeLessThan(1000);
});
