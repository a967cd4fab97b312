import { seedInterval } from '@slipform/bench';
import { formatFixed } from '@slipform/kit/text/format-number';
import { type MeasuredRun, measured, type Which } from '../row';

/** A variant's number for each seed that has it. */
export function valuesOf(runs: readonly MeasuredRun[], variant: string, which: Which): Map<number, number> {
  const values = new Map<number, number>();
  for (const run of runs) {
    const value = run.variant === variant ? measured(run, which) : Number.NaN;
    if (!Number.isNaN(value)) values.set(run.seed, value);
  }
  return values;
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
