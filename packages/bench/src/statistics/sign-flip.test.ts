import { expect, test } from 'vitest';
import { signFlip } from './sign-flip';

test('counts the signs that are as extreme', () => {
  expect(signFlip([1, 1, 1, 1, 1])).toBe(2 / 32);
  expect(signFlip([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8])).toBe(2 / 256);
  expect(signFlip([1, -1])).toBe(1);
  // ±3 ± 1: |4|, |2|, |2|, |4|; of 3 − 1 = 2 all four are as far.
  expect(signFlip([3, -1])).toBe(1);
  expect(signFlip([3, 1])).toBe(0.5);
  expect(signFlip([0, 0, 0])).toBe(1);
});

test('no difference and too many are refused', () => {
  expect(() => signFlip([])).toThrow('needs 1 to 20');
  expect(() => signFlip(Array(21).fill(1))).toThrow('got 21');
});
