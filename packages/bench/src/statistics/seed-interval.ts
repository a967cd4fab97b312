import { InputError } from '@slipform/clip';
import { kindOf } from '../kind-of';
import { mean } from './mean';
import { studentQuantile } from './student-quantiles';

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
  const centre = mean(values);
  const half = (studentQuantile(0.975, n - 1) * deviation(values)) / Math.sqrt(n);
  return { value: centre, interval: [centre - half, centre + half] };
}

/** The sample's standard deviation, √(Σ (x − mean)² / (n − 1)). */
export function deviation(values: readonly number[]): number {
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}
