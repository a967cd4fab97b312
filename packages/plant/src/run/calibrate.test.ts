import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slots } from '../hard-negative';
import { calibrate, judgements, type Scored, wilson } from './calibrate';

const scored: fc.Arbitrary<Scored> = fc.record({
  slot: fc.constantFrom(...slots, undefined),
  surprise: fc.integer({ min: 0, max: 600 }).map((thousandths) => thousandths / 1000),
});
const judged = fc
  .tuple(scored, fc.constantFrom(...judgements))
  .map(([one, verdict]) => ({ ...one, verdict }));
const manyJudged = fc.array(judged, { minLength: 1, maxLength: 80 });
const goals = fc.integer({ min: 50, max: 99 }).map((points) => points / 100);

/** A bound as it filters: none lets nothing pass. */
const boundOf = (...parameters: Parameters<typeof calibrate>) => calibrate(...parameters).sense ?? 0;

test("Wilson's interval", () => {
  const [low, high] = wilson(54, 60);
  expect(low).toBeCloseTo(0.7985, 3);
  expect(high).toBeCloseTo(0.9534, 3);
  expect(wilson(0, 0)).toEqual([0, 1]);
});

test('claims that are right stay, and those that are not go where the verdicts are', () => {
  const all = Array.from({ length: 100 }, (_, i) => ({ slot: 'object', surprise: 0.1 + i / 500 }));
  const read = (share: number) =>
    all.map((one, i) => ({
      ...one,
      verdict: (i * 37) % 100 < 100 * share ? ('ok' as const) : ('hard' as const),
    }));
  const right = calibrate(read(0.82), all, 0.9);
  expect(right.claimed).toBeCloseTo(0.82, 2);
  expect(Math.abs(right.shift)).toBeLessThan(0.03);
  const wrong = calibrate(read(0.6), all, 0.9);
  expect(wrong.found).toBeCloseTo(0.6);
  expect(wrong.shift).toBeLessThan(-0.9);
  expect(wrong.expected).toBeCloseTo(0.6, 1);
});

test('of what passes the bound the goal is expected, and of more it is not', () => {
  const all = Array.from({ length: 200 }, (_, i) => ({ slot: 'object', surprise: i / 500 }));
  const read = all.filter((_, i) => i % 4 === 0).map((one) => ({ ...one, verdict: 'mild' as const }));
  const half = read.map((one, i) => (i % 4 === 0 ? { ...one, verdict: 'hard' as const } : one));
  const { sense, kept, shift } = calibrate(half, all, 0.85);
  const mean = (some: readonly Scored[]) =>
    some.reduce((sum, { surprise }) => {
      const claim = Math.min(Math.exp(-surprise), 0.999);
      return sum + 1 / (1 + Math.exp(-Math.log(claim / (1 - claim)) - shift));
    }, 0) / some.length;
  const passing = all.filter((one) => one.surprise <= sense!);
  expect(passing).toHaveLength(Math.round(kept * all.length));
  expect(mean(passing)).toBeGreaterThanOrEqual(0.85);
  expect(mean(all.slice(0, passing.length + 1))).toBeLessThan(0.85);
});

test('a higher goal has no larger bound', () => {
  fc.assert(
    fc.property(manyJudged, fc.array(scored, { minLength: 1 }), goals, goals, (read, all, a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      expect(boundOf(read, all, high)).toBeLessThanOrEqual(boundOf(read, all, low));
    }),
  );
});

test('one more hard fault has no larger bound', () => {
  fc.assert(
    fc.property(manyJudged, fc.array(scored, { minLength: 1 }), goals, fc.nat(), (read, all, goal, n) => {
      const worse = read.map((one, i) =>
        i === n % read.length ? { ...one, verdict: 'hard' as const } : one,
      );
      expect(boundOf(worse, all, goal)).toBeLessThanOrEqual(boundOf(read, all, goal));
      expect(calibrate(worse, all, goal).expected).toBeLessThanOrEqual(
        calibrate(read, all, goal).expected + 1e-9,
      );
    }),
  );
});

test('a bound that lets next to nothing pass is none', () => {
  const all = Array.from({ length: 100 }, (_, i) => ({ slot: 'object', surprise: 0.02 + i / 200 }));
  const read = all.map((one, i) => ({ ...one, verdict: i % 2 === 0 ? ('hard' as const) : ('ok' as const) }));
  const { sense, kept, best } = calibrate(read, all, 0.9);
  expect({ sense, kept }).toEqual({ sense: undefined, kept: 0 });
  expect(best).toBeLessThan(0.9);
  expect(calibrate(read, all, best - 0.01).kept).toBeGreaterThanOrEqual(0.1);
});
