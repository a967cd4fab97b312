import { expect, test } from 'vitest';
import { studentQuantile, studentTail } from './student';

test('the tail has the closed forms of 1 and 2 degrees, and is normal for many', () => {
  for (const t of [0, 0.3, 1, 2.5, -40]) {
    expect(studentTail(t, 1)).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(Math.abs(t)), 12);
    expect(studentTail(t, 2)).toBeCloseTo(1 - Math.abs(t) / Math.sqrt(2 + t * t), 12);
  }
  expect(studentTail(1.959963984540054, 1e7)).toBeCloseTo(0.05, 6);
});

test('quantiles are those of the tables, and lie between them for degrees that are not whole', () => {
  // Abramowitz and Stegun 1964, table 26.10.
  const tabled = [
    [0.975, 1, 12.706],
    [0.975, 7, 2.365],
    [0.975, 30, 2.042],
    [0.975, 120, 1.98],
    [0.95, 3, 2.353],
    [0.95, 14, 1.761],
  ] as const;
  for (const [probability, degrees, t] of tabled) {
    expect(studentQuantile(probability, degrees)).toBeCloseTo(t, 3);
  }
  expect(studentQuantile(0.8, 7)).toBeCloseTo(0.896, 3);
  expect(studentQuantile(0.5, 3)).toBeCloseTo(0, 9);
  const between = studentQuantile(0.975, 7.5);
  expect(between).toBeLessThan(studentQuantile(0.975, 7));
  expect(between).toBeGreaterThan(studentQuantile(0.975, 8));
  expect(studentTail(between, 7.5)).toBeCloseTo(0.05, 12);
});
