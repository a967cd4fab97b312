import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeFrontCoded, encodeFrontCoded } from './block-table';

test('shares beginnings', () => {
  expect(encodeFrontCoded(['car', 'card', 'care', 'dog'])).toBe('AcarDdDeAdog');
});

test('any sorted list comes back, long shared beginnings too', () => {
  const word = fc.string({ unit: fc.constantFrom(...'ab-. é7'), minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(fc.uniqueArray(word), (words) => {
      const sorted = words.sort();
      expect(decodeFrontCoded(encodeFrontCoded(sorted))).toEqual(sorted);
    }),
  );
});

test('refuses what it could not give back', () => {
  expect(() => encodeFrontCoded(['Car'])).toThrow('capital');
});
