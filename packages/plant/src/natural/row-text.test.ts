import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tableTexts } from './hash-tables';
import { addressOf, halvesOf, mostShards, packSpan, placeOf, shardOf } from './row-text';

const number32 = fc.oneof(
  fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  fc.constantFrom(0, 1, 2 ** 31, 2 ** 32 - 1),
);
const shard = fc.oneof(fc.integer({ min: 0, max: mostShards - 1 }), fc.constantFrom(0, 1, mostShards - 1));
const place = fc.oneof(
  fc.maxSafeNat().map((n) => n % 2 ** 35),
  fc.constantFrom(0, 1, 2 ** 35 - 1),
);
const codeUnit = fc.integer({ min: 0, max: 2 ** 16 - 1 });
const site = fc
  .tuple(number32, number32, number32, number32, shard, place, codeUnit, codeUnit)
  .map(([high, low, word, order, of, at, start, end]) =>
    Uint32Array.of(high, low, word, order, ...halvesOf(addressOf(of, at)), packSpan(start, end)),
  );

test('an address holds its shard and place', () => {
  fc.assert(
    fc.property(shard, place, (of, at) => {
      const address = addressOf(of, at);
      expect([shardOf(address), placeOf(address)]).toEqual([of, at]);
    }),
  );
});

test('a row is the same after it was a line, and lines stand in the order of their rows', () => {
  const { sites } = tableTexts;
  fc.assert(
    fc.property(site, site, (one, other) => {
      const lines = [one, other].map((row) => sites.line(row));
      const read = new Uint32Array(7);
      expect(sites.read(Buffer.from(`${lines[0]}\n`), 0, read)).toBe(true);
      expect([...read]).toEqual([...one]);
      expect(Buffer.byteLength(`${lines[0]}\n`)).toBe(sites.bytes);
      const at = one.findIndex((value, i) => value !== other[i]);
      const difference = at < 0 ? 0 : one[at]! - other[at]!;
      expect(Math.sign(Buffer.compare(Buffer.from(lines[0]!), Buffer.from(lines[1]!)))).toBe(
        Math.sign(difference),
      );
    }),
  );
});

test('what is no row is refused', () => {
  const { words, images } = tableTexts;
  const row = new Uint32Array(4);
  const read = (line: string) => words.read(Buffer.from(line), 0, row);
  expect(read('00ff00ff\t0000000012\n')).toBe(true);
  expect([...row.subarray(0, 2)]).toEqual([0xff00ff, 12]);
  expect(read('00ff00ff\t4294967296\n')).toBe(false);
  expect(read('00FF00ff\t0000000012\n')).toBe(false);
  expect(read('00ff00ff 0000000012\n')).toBe(false);
  expect(read('00ff00ff\t0000000012')).toBe(false);
  expect(images.read(Buffer.from(`${'0'.repeat(16)}\t262144\t00000000000\n`), 0, row)).toBe(false);
});
