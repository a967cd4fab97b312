import { InputError } from '@slipform/kit/errors/input-error';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanInterval } from '../scoring/accuracy-of';
import { bootstrapMean } from './bootstrap';
import { mcnemar } from './mcnemar';
import { pooledEstimate, seedInterval } from './seed-interval';
import { wilsonBounds, wilsonInterval } from './wilson-interval';

describe('proportion', () => {
  test('its ends solve the score equation (p̂ − p)² = z² p (1 − p) / n', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (total, share) => {
          const correct = Math.round(share * total);
          const { value, interval } = wilsonInterval(correct, total);
          for (const end of interval) {
            const left = (value - end) ** 2;
            const right = (1.959963984540054 ** 2 * end * (1 - end)) / total;
            expect(Math.abs(left - right)).toBeLessThan(1e-12);
          }
        },
      ),
    );
  });
  test('a published case: 81 of 263 gives .2553 to .3662', () => {
    const { interval } = wilsonInterval(81, 263);
    expect(interval[0]).toBeCloseTo(0.2553, 4);
    expect(interval[1]).toBeCloseTo(0.3662, 4);
  });
  test('refuses what is no share', () => {
    expect(() => wilsonInterval(3, 2)).toThrow('0 ≤ correct ≤ total');
    expect(() => wilsonInterval(0, 0)).toThrow(InputError);
  });
});

describe('mcnemar', () => {
  test('equals the binomial tail', () => {
    expect(mcnemar(0, 0)).toBe(1);
    expect(mcnemar(5, 5)).toBe(1);
    expect(mcnemar(0, 6)).toBeCloseTo(2 / 64, 12);
    expect(mcnemar(1, 9)).toBeCloseTo((2 * (1 + 10)) / 1024, 12);
    expect(mcnemar(9, 1)).toBe(mcnemar(1, 9));
  });
  test('sums exactly for any counts, by Pascal’s triangle', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }), (a, b) => {
        let row = [1];
        for (let n = 0; n < a + b; n++) row = [1, ...row.slice(1).map((value, i) => value + row[i]!), 1];
        const tail = row.slice(0, Math.min(a, b) + 1).reduce((sum, value) => sum + value, 0);
        expect(mcnemar(a, b)).toBeCloseTo(Math.min(1, (2 * tail) / 2 ** (a + b)), 10);
      }),
    );
  });
  test('stays finite for large counts', () => {
    expect(mcnemar(5000, 5200)).toBeGreaterThan(0.03);
    expect(mcnemar(5000, 5200)).toBeLessThan(0.06);
  });
});

test('pooledEstimate has the wider of the seeds’ interval and the questions’', () => {
  const of = (value: number, half: number) => ({
    value,
    interval: [value - half, value + 2 * half] as const,
  });
  expect(pooledEstimate([of(0.5, 0.1)])).toEqual(of(0.5, 0.1));
  // Seeds that agree do not make the questions more.
  const agreeing = pooledEstimate([of(0.5, 0.1), of(0.502, 0.2), of(0.498, 0.3)]);
  expect(agreeing.value).toBeCloseTo(0.5);
  expect(agreeing.interval[0]).toBeCloseTo(0.3);
  expect(agreeing.interval[1]).toBeCloseTo(0.9);
  expect(pooledEstimate([of(0.3, 0.01), of(0.5, 0.01), of(0.7, 0.01)])).toEqual(
    seedInterval([0.3, 0.5, 0.7]),
  );
});

describe('seedInterval', () => {
  test('two values a and b: mean ± 12.706 · |a − b| / 2', () => {
    const { value, interval } = seedInterval([0.8, 0.9]);
    expect(value).toBeCloseTo(0.85, 12);
    expect(interval[1] - value).toBeCloseTo(Math.tan(0.475 * Math.PI) * 0.05, 10);
    expect(() => seedInterval([1])).toThrow('seedInterval: values must be a list of at least 2 numbers');
    expect(() => seedInterval([1, Number.NaN])).toThrow('values[1] must be a finite number, got NaN');
  });
});

describe('meanInterval', () => {
  test('few pictures, or rows that all agree: Wilson’s, with as many pictures of equal weight', () => {
    const pictures = (count: number, weight: number) =>
      Array.from({ length: count }, () => ({ sum: weight, weight }));
    expect(meanInterval(pictures(1, 1))).toEqual(wilsonInterval(1, 1).interval);
    expect(meanInterval(pictures(50, 0.02))[0]).toBeCloseTo(wilsonInterval(50, 50).interval[0], 12);
    // A kind of one row and a kind of a hundred: K² / Σ 1/nₖ = 4 / (1 + 1/100), about as noisy as four rows.
    const uneven = [{ sum: 0, weight: 1 }, ...pictures(100, 0.01)];
    expect(meanInterval(uneven)[0]).toBeCloseTo(wilsonBounds(0.5, 400 / 101)[0], 9);
  });
});

describe('bootstrapMean', () => {
  const groups = Array.from({ length: 400 }, (_, index) => ({ sum: index % 4 === 0 ? 0 : 1, weight: 1 }));
  test('agrees with the normal interval of a share of .75 in 400', () => {
    const [low, high] = bootstrapMean(groups, { resamples: 4000 });
    const half = 1.96 * Math.sqrt((0.75 * 0.25) / 400);
    expect(Math.abs(low - (0.75 - half))).toBeLessThan(0.008);
    expect(Math.abs(high - (0.75 + half))).toBeLessThan(0.008);
  });
  test('is fixed by its seed, and has no width where all groups agree', () => {
    expect(bootstrapMean(groups, { seed: 5 })).toEqual(bootstrapMean(groups, { seed: 5 }));
    expect(bootstrapMean(groups, { seed: 6 })).not.toEqual(bootstrapMean(groups, { seed: 5 }));
    const [low, high] = bootstrapMean([
      { sum: 0.3, weight: 1 },
      { sum: 0.6, weight: 2 },
    ]);
    expect(low).toBeCloseTo(0.3, 12);
    expect(high).toBeCloseTo(0.3, 12);
    expect(() => bootstrapMean([])).toThrow('bootstrapMean: groups must be a list of at least 1 groups');
  });
});
