import '@tensorflow/tfjs-backend-cpu';
import { memory, setBackend, tensor2d, tidy } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { fittedMargin } from './fitted-margin';
import { type CurvePoint, decreasingFit } from './isotonic';

/** The height of a curve at `x`. */
function heightAt(curve: readonly CurvePoint[], x: number): number {
  const after = curve.findIndex((point) => point.x >= x);
  const right = curve[after] ?? curve.at(-1);
  const left = curve[after - 1] ?? curve[0];
  if (!left || !right) return Number.NaN;
  if (after <= 0) return after === 0 ? left.y : right.y;
  return left.y + ((right.y - left.y) * (x - left.x)) / (right.x - left.x);
}

const points = fc.array(
  fc.record({
    x: fc.integer({ min: 4, max: 20 }).map((c) => c / 4),
    y: fc.integer({ min: -50, max: 100 }).map((s) => s / 100),
  }),
  { minLength: 1, maxLength: 12 },
);

describe('isotonic fit', () => {
  it('pools what rises', () => {
    const fit = decreasingFit([
      { x: 1, y: 3 },
      { x: 2, y: 1 },
      { x: 3, y: 2 },
      { x: 4, y: 0 },
    ]);
    expect(fit).toEqual([
      { x: 1, y: 3 },
      { x: 2, y: 1.5 },
      { x: 3, y: 1.5 },
      { x: 4, y: 0 },
    ]);
  });

  it('is the min–max of means, ŷ(x) = min over a ≤ x of max over b ≥ x of mean y on [a, b]', () => {
    fc.assert(
      fc.property(points, (samples) => {
        const fit = decreasingFit(samples);
        const places = samples.map(({ x }) => x);
        const meanOn = (a: number, b: number): number => {
          const inside = samples.filter(({ x }) => x >= a && x <= b).map(({ y }) => y);
          return inside.reduce((total, y) => total + y, 0) / inside.length;
        };
        for (const x of places) {
          const height = Math.min(
            ...places
              .filter((a) => a <= x)
              .map((a) => Math.max(...places.filter((b) => b >= x).map((b) => meanOn(a, b)))),
          );
          expect(heightAt(fit, x)).toBeCloseTo(height, 9);
        }
      }),
      { seed: 0 },
    );
  });
});

describe('fittedMargin', () => {
  beforeAll(async () => {
    await setBackend('cpu');
  });

  const marginsAt = (margin: ReturnType<typeof fittedMargin>, ratings: number[]): number[] =>
    tidy(() => [
      ...(margin
        .perNegative?.({
          shape: [ratings.length, 1],
          concreteness: tensor2d(ratings, [ratings.length, 1]),
        })
        .dataSync() ?? []),
    ]);

  it('is what the fit has fallen since the reference, never below 0', () => {
    fc.assert(
      fc.property(points, fc.constantFrom(1, 2.5, 5), (samples, reference) => {
        const before = memory().numTensors;
        const margin = fittedMargin(
          samples.map(({ x, y }) => ({ concreteness: x, similarity: y })),
          { reference, factor: 2 },
        );
        const fit = decreasingFit(samples);
        const ratings = [1, 1.1, 2.3, 3, 4.7, 5];
        marginsAt(margin, ratings).forEach((found, index) => {
          const fallen = heightAt(fit, reference) - heightAt(fit, ratings[index] ?? Number.NaN);
          expect(found).toBeCloseTo(2 * Math.max(0, fallen), 5);
        });
        expect(memory().numTensors).toBe(before);
      }),
      { seed: 0 },
    );
  });

  it('names what is wrong with its samples', () => {
    expect(() => fittedMargin([])).toThrow('fittedMargin: samples must be an array of at least one');
    expect(() => fittedMargin([{ concreteness: 7, similarity: 0 }])).toThrow('got 7 and 0 at 0');
    expect(() => fittedMargin([{ concreteness: 2, similarity: Number.NaN }])).toThrow('got 2 and NaN at 0');
    expect(() => fittedMargin([{ concreteness: 2, similarity: 0 }], { reference: 0 })).toThrow(
      'fittedMargin: reference must lie in [1, 5], got 0',
    );
  });
});
