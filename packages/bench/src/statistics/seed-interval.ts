import { studentQuantile } from '@slipform/kit/random/student';
import { checkNumbers } from '../checks/check-numbers';
import { mean } from './mean';

export interface Estimate {
  readonly value: number;
  readonly interval: readonly [low: number, high: number];
}

/**
 * Mean over training seeds with Student's 95 % interval, mean ± t·s/√n: the seeds are the units, so this covers the noise of
 * training.
 *
 * @throws InputError for fewer than two seeds, whose spread is unknown, or a value that is not finite.
 *
 * @example
 * const { value, interval } = seedInterval([0.462, 0.458, 0.466]);
 */
export function seedInterval(values: readonly number[]): Estimate {
  checkNumbers('seedInterval: values', values, 2);
  const n = values.length;
  const centre = mean(values);
  const half = (studentQuantile(0.975, n - 1) * deviation(values)) / Math.sqrt(n);
  return { value: centre, interval: [centre - half, centre + half] };
}

/** The sample's standard deviation, √(Σ (x − mean)² / (n − 1)). */
function deviation(values: readonly number[]): number {
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}
