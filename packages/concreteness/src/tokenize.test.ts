import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenize } from './tokenize';

test('words keep their inner apostrophes and hyphens', () => {
  const words = tokenize("A man's t-shirt, 2 dogs – and (naïve) café-goers.").map(({ text }) => text);
  expect(words).toEqual(['A', "man's", 't-shirt', '2', 'dogs', 'and', 'naïve', 'café-goers']);
});

test('offsets are UTF-16 code units, in order, for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      let last = 0;
      for (const token of tokenize(text)) {
        expect(text.slice(token.start, token.end)).toBe(token.text);
        expect(token.start).toBeGreaterThanOrEqual(last);
        expect(token.end).toBeGreaterThan(token.start);
        last = token.end;
      }
    }),
  );
});
