import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalizeWord } from './normalize-word';

test.each([
  ['Dog', 'dog'],
  [' ICE\tCREAM ', 'ice cream'],
  ['traffic_light', 'traffic light'],
  ['__proto__', '__proto__'],
  ['o’clock', "o'clock"],
  ['t\u2010shirt', 't-shirt'],
  ['cafe\u0301', 'café'],
])('%j is looked up as %j', (word, form) => {
  expect(normalizeWord(word)).toBe(form);
});

test('a normalised word stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (word) => {
      const once = normalizeWord(word);
      expect(normalizeWord(once)).toBe(once);
    }),
  );
});
