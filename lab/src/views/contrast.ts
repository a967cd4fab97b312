import { seedInterval, signFlipTest } from '@slipform/bench';
import { formatP, formatPoints, formatShare } from '@slipform/kit/text/format-number';
import type { MeasuredRun, Which } from '../row';
import { detectableDifference } from '../statistics/detectable-difference';
import { mean } from '../statistics/mean';
import { valuesOf } from './variant-values';

export interface Contrast {
  readonly variant: string;
  readonly against: string;
}

/** A number of each run: one measurement, or the mean of several. */
export interface Measure {
  readonly which: readonly Which[];
  readonly title: string;
}

/** A paired difference over seeds, in shares of 1. */
export interface Difference {
  readonly value: number;
  /** 95 %, Student's over the seeds. */
  readonly interval: readonly [low: number, high: number];
  /** Of the exact sign-flip test. */
  readonly p: number;
  readonly seeds: number;
  /** The smallest true difference that these seeds would have shown with 80 % power. */
  readonly detectable: number;
}

/** The differences of the seeds that both variants have. */
export function differencesBySeed(
  runs: readonly MeasuredRun[],
  { variant, against }: Contrast,
  { which }: Measure,
): number[] {
  const pairs = which.map((each) => {
    const theirs = valuesOf(runs, against, each);
    return new Map(
      [...valuesOf(runs, variant, each)].flatMap(([seed, value]) =>
        theirs.has(seed) ? [[seed, value - theirs.get(seed)!] as const] : [],
      ),
    );
  });
  const [first = new Map<number, number>()] = pairs;
  return [...first.keys()]
    .filter((seed) => pairs.every((pair) => pair.has(seed)))
    .map((seed) => mean(pairs.map((pair) => pair.get(seed)!)));
}

/** Nothing where fewer than two seeds have it. */
export function differenceOf(differences: readonly number[]): Difference | undefined {
  if (differences.length < 2) return undefined;
  return {
    ...seedInterval(differences),
    p: signFlipTest(differences),
    seeds: differences.length,
    detectable: detectableDifference(differences),
  };
}

/** "+0.27 (−0.04 to +0.57), p .078, [0.42]"; a star where the difference is beyond noise. */
export function differenceText({ value, interval, p, seeds, detectable }: Difference): string {
  const [low, high] = interval.map((end) => formatPoints(end, 2)) as [string, string];
  // With fewer than six seeds no p of a sign-flip test lies below .05.
  const isBeyond = (interval[0] > 0 || interval[1] < 0) && p < Math.max(0.05, 2 ** (2 - seeds));
  return `${formatPoints(value, 2)} (${low} to ${high}), p ${formatP(p)} [${(100 * detectable).toFixed(2)}]${isBeyond ? ' *' : ''}`;
}

/** How to read `differenceText`, and what can't be read from so many of them. */
export function differenceNotes(differences: readonly Difference[]): string {
  const notes = [
    '( ): 95 % interval of the mean by Student’s t over the seeds; with few seeds that of a share can reach beyond 1',
    '[ ]: the smallest true difference that would have been seen (80 % power, two-sided 5 %); where the interval holds 0, no effect was seen, and a smaller one than this can be there',
    '*: the 95 % interval leaves out 0, and with six seeds or more the sign-flip test’s p is below .05',
  ];
  const seeds = Math.max(0, ...differences.map((difference) => difference.seeds));
  const least = 2 ** (1 - seeds);
  if (differences.length > 1 && seeds > 1) {
    const shown = formatShare(least, least < 0.01 ? 4 : 3);
    const corrected = Math.min(1, differences.length * least);
    notes.push(
      `${differences.length} tests, none corrected for the others; with ${seeds} seeds p cannot lie below ${shown}${corrected > 0.05 ? `, so that none could survive Holm’s correction (${differences.length} × ${shown} = ${corrected.toFixed(2)} or more)` : ''}: read them as description`,
    );
  }
  return notes.join('\n');
}
