import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeRating, ratingOfCode, ratingStep } from './rating-code';

test('a rating comes back within half a step, and what lies outside is brought to the ends', () => {
  fc.assert(
    fc.property(fc.double({ min: -10, max: 10, noNaN: true }), (rating) => {
      const decoded = ratingOfCode[encodeRating(rating).charCodeAt(0)]!;
      expect(decoded).toBeGreaterThanOrEqual(1);
      expect(decoded).toBeLessThanOrEqual(5);
      expect(Math.abs(decoded - Math.min(5, Math.max(1, rating)))).toBeLessThanOrEqual(ratingStep / 2 + 1e-9);
    }),
  );
});

test('needs no escape in a string literal', () => {
  for (let rating = 1; rating <= 5; rating += ratingStep) {
    const code = encodeRating(rating);
    expect(JSON.stringify(code)).toBe(`"${code}"`);
  }
});
