import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clusterProportion } from '../scoring/accuracy-of';
import { holm } from './holm';
import { signFlipTest } from './permutation-test';
import { wilsonInterval } from './wilson-interval';

describe('holm', () => {
  test('a case by hand', () => {
    // Sorted .005, .01, .03, .04 with factors 4, 3, 2, 1; the last may not be smaller than the one before it.
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(holm([])).toEqual([]);
    expect(() => holm([1.2])).toThrow('between 0 and 1');
  });
  test('never below the plain value, never above Bonferroni’s', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 }),
        (list) => {
          holm(list).forEach((value, index) => {
            expect(value).toBeGreaterThanOrEqual(list[index]!);
            expect(value).toBeLessThanOrEqual(Math.min(1, list.length * list[index]!) + 1e-12);
          });
        },
      ),
    );
  });
});

describe('signFlipTest', () => {
  test('goes through all signs of few differences', () => {
    // Of the eight sums of ±1 ±2 ±3 only +6 and −6 are as far from 0.
    expect(signFlipTest([1, 2, 3])).toBe(2 / 8);
    // 8 equal seeds: 2 / 2⁸.
    expect(signFlipTest(Array(8).fill(0.01))).toBe(2 / 256);
    expect(signFlipTest([1, -1])).toBe(1);
    expect(signFlipTest([0, 0])).toBe(1);
    expect(signFlipTest([0.1, 0.2, -0.3])).toBe(1);
  });
  test('resamples many differences, by its seed, and agrees with the exact value', () => {
    // 16 signs: P(|S| ≥ 8) of a fair walk of 16 steps is 2 · P(at least 12 heads) = 2 · 2517/65536.
    const differences = [...Array(12).fill(1), ...Array(4).fill(-1)];
    const p = signFlipTest(differences, { resamples: 20_000, seed: 1 });
    expect(Math.abs(p - (2 * 2517) / 65_536)).toBeLessThan(0.006);
    expect(signFlipTest(differences, { seed: 2 })).toBe(signFlipTest(differences, { seed: 2 }));
  });
});

describe('clusterProportion', () => {
  test('rows of pictures of their own: Wilson’s', () => {
    const rows = Array.from({ length: 50 }, (_, index) => ({ group: String(index), correct: index < 40 }));
    expect(clusterProportion(rows)).toEqual(wilsonInterval(40, 50));
  });
  test('rows that repeat one another widen the interval to that of the pictures', () => {
    const rows = Array.from({ length: 500 }, (_, index) => ({
      group: String(Math.floor(index / 5)),
      correct: Math.floor(index / 5) % 4 !== 0,
    }));
    const { value, interval } = clusterProportion(rows);
    expect(value).toBe(0.75);
    const half = 1.96 * Math.sqrt((0.75 * 0.25) / 100);
    expect(Math.abs(interval[0] - (0.75 - half))).toBeLessThan(0.015);
    expect(Math.abs(interval[1] - (0.75 + half))).toBeLessThan(0.015);
  });
  test('with few pictures, or all right, it is Wilson’s of the pictures', () => {
    const few = [1, 1, 2, 2].map((group, index) => ({ group: String(group), correct: index < 2 }));
    expect(clusterProportion(few).interval).toEqual(wilsonInterval(1, 2).interval);
    const all = Array.from({ length: 80 }, (_, index) => ({ group: String(index >> 1), correct: true }));
    expect(clusterProportion(all).interval).toEqual(wilsonInterval(40, 40).interval);
  });
});
