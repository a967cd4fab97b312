import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeBlockTable, openBlockTable } from './block-table';
import { ratingStep } from './rating-code';

const word = fc.string({ unit: fc.constantFrom(..."abz-'. 7"), minLength: 1, maxLength: 8 });

test('every word comes back with its rating, and no other word does', () => {
  fc.assert(
    fc.property(fc.dictionary(word, fc.double({ min: 1, max: 5, noNaN: true })), word, (entries, other) => {
      const words = Object.keys(entries).sort();
      if (words.length === 0) return;
      const table = openBlockTable(
        encodeBlockTable(
          words,
          words.map((key) => entries[key]!),
        ),
      );
      for (const key of words)
        expect(Math.abs(table.get(key)! - entries[key]!)).toBeLessThanOrEqual(ratingStep / 2 + 1e-9);
      expect([...table.words()]).toEqual(words);
      expect(table.get(other) !== undefined).toBe(words.includes(other));
      for (const stranger of ['', '__proto__', 'constructor', 'é'])
        expect(table.get(stranger)).toBeUndefined();
    }),
  );
});
