import { seedInterval } from '@slipform/bench';
import { formatFixed } from '@slipform/kit/text/format-number';
import { type MeasuredRun, measured, type Which } from '../row';
import { mean } from '../statistics/mean';

/** A variant's number for each seed that has it. */
export function valuesOf(runs: readonly MeasuredRun[], variant: string, which: Which): Map<number, number> {
  const values = new Map<number, number>();
  for (const run of runs) {
    const value = run.variant === variant ? measured(run, which) : Number.NaN;
    if (!Number.isNaN(value)) values.set(run.seed, value);
  }
  return values;
}

/** Differences of the means of some measurements, of the seeds that both variants have. */
export function differencesBySeed(
  runs: readonly MeasuredRun[],
  { variant, against }: { readonly variant: string; readonly against: string },
  which: readonly Which[],
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

/** Mean and Student's 95 % interval over seeds. */
export function meanText(values: readonly number[]): string {
  if (values.length === 0) return '–';
  if (values.length === 1) return plain(values[0]!);
  const { value, interval } = seedInterval(values);
  return `${plain(value)} (${plain(interval[0])} to ${plain(interval[1])})`;
}

/** Three digits, without the zero before the point; counts as they are. */
function plain(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) > 1) return String(value);
  return formatFixed(value, 3).replace(/^(−?)0\./, '$1.');
}
