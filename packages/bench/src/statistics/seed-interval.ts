import { InputError } from '@slipform/clip';
import { kindOf } from '../kind-of';

/** Two-sided 97.5 % quantiles of Student's t for 1 to 30 degrees of freedom. */
const T975 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

export interface Estimate {
  readonly value: number;
  readonly interval: readonly [low: number, high: number];
}

/**
 * Mean over training seeds with Student's 95 % interval, mean ± t·s/√n: the seeds are the units, so this covers the
 * noise of training. Beyond 30 degrees of freedom t is taken as 2.
 *
 * @throws RangeError for fewer than two seeds, whose spread is unknown.
 * @throws InputError for a value that is not finite.
 */
export function seedInterval(values: readonly number[]): Estimate {
  const n = values.length;
  if (n < 2) throw new RangeError(`seedInterval: needs at least two seeds, got ${n}`);
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    throw new InputError(`seedInterval: values[${bad}] must be a finite number, got ${kindOf(values[bad])}`);
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const half = (T975[n - 2] ?? 2) * Math.sqrt(variance / n);
  return { value: mean, interval: [mean - half, mean + half] };
}
