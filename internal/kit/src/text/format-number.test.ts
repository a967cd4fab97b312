import { expect, test } from 'vitest';
import {
  formatChance,
  formatFixed,
  formatInterval,
  formatPoints,
  formatShare,
  formatSigned,
} from './format-number';

test('what rounds to 0 has no sign', () => {
  for (const value of [0, -0, 0.0004, -0.0004]) {
    expect([formatFixed(value, 1), formatSigned(value, 2), formatPoints(value), formatShare(value)]).toEqual([
      ...['0.0', '0.00', '0.0', '.000'],
    ]);
  }
  expect(formatInterval([-0.001, 0.25])).toBe('.00–.25');
});

test('what doesn’t has the sign that is asked for, and a real minus', () => {
  expect([-0.06, 0.06, -12.34].map((value) => formatFixed(value, 1))).toEqual(['−0.1', '0.1', '−12.3']);
  expect([-0.06, 0.06, 1.96].map((value) => formatSigned(value, 1))).toEqual(['−0.1', '+0.1', '+2.0']);
  expect([-0.0006, 0.0006].map((value) => formatPoints(value))).toEqual(['−0.1', '+0.1']);
  expect(formatPoints(0.01234, 2)).toBe('+1.23');
});

test('a difference of means and a mean of differences are printed alike', () => {
  const [difference, mean] = [0.464 - 0.4595, 0.0045];
  expect(difference).not.toBe(mean);
  expect((100 * difference).toFixed(1)).not.toBe((100 * mean).toFixed(1));
  expect(formatPoints(difference)).toBe(formatPoints(mean));
});

test('a share has no zero before its point', () => {
  expect([0.9124, 0.9999, 1, -0.25].map((value) => formatShare(value))).toEqual([
    '.912',
    '1.00',
    '1.00',
    '-.250',
  ]);
});

test('chance has two digits that count, however small it is', () => {
  const of = [1 / 2, 1 / 6, 0.1, 1 / 16, 1 / 256, 1 / 5000, 0, 1].map(formatChance);
  expect(formatChance(5e-324)).toBe('.000000000000');
  expect(of).toEqual(['.50', '.17', '.10', '.063', '.0039', '.00020', '.00', '1.0']);
});
