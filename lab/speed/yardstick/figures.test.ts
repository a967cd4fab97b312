import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amdahlMs, distance, median, ratioOf, spreadOf } from './figures';

describe('median', () => {
  it('is the middle one, or the mean of two', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([])).toBeNaN();
  });

  it('has as many values above it as below', () => {
    const values = fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 1 });
    fc.assert(
      fc.property(values, (all) => {
        const middle = median(all);
        const above = all.filter((x) => x > middle).length;
        const below = all.filter((x) => x < middle).length;
        expect(Math.max(above, below)).toBeLessThanOrEqual(all.length / 2);
      }),
    );
  });
});

it('compares round by round, so that a slow moment falls on both', () => {
  // In the second round the machine had half of its speed.
  expect(ratioOf([10, 5, 10], [20, 10, 20])).toEqual({ median: 0.5, least: 0.5, most: 0.5 });
  expect(spreadOf([2, 1, 4])).toEqual({ median: 2, least: 1, most: 4 });
});

it('is far where numbers are missing or are not numbers', () => {
  expect(distance([1, 2], [1, 2.5])).toBe(0.5);
  expect(distance([1], [1, 2])).toBe(Number.POSITIVE_INFINITY);
  expect(distance([1, Number.NaN], [1, 2])).toBe(Number.POSITIVE_INFINITY);
});

it('divides what is parallel and keeps what is serial', () => {
  expect(amdahlMs(100, 10, 2, 8)).toBe(10 + 22.5);
  expect(amdahlMs(100, 10, 2, 2)).toBe(100);
  expect(amdahlMs(100, 100, 2, 8)).toBe(100);
});
