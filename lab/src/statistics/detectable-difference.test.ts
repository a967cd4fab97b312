import { expect, test } from 'vitest';
import { detectableDifference } from './detectable-difference';

test('is (t.975 + t.80) s / √n', () => {
  // By hand: 1, 2, 3, 4 have s² = 5/3; 3 degrees of freedom give 3.182446 + .978472.
  expect(detectableDifference([1, 2, 3, 4])).toBeCloseTo((4.16091861764701 * Math.sqrt(5 / 3)) / 2, 10);
  // Eight of ±1: s² = 8/7; 7 degrees of freedom give 2.364624 + .896030.
  expect(detectableDifference([1, -1, 1, -1, 1, -1, 1, -1])).toBeCloseTo(
    3.260653895906548 / Math.sqrt(7),
    10,
  );
});

test('needs a spread', () => {
  expect(detectableDifference([0.1, 0.1])).toBeCloseTo(0, 12);
  expect(() => detectableDifference([0.1])).toThrow('at least 2');
});
