import { studentQuantile } from '@slipform/kit/random/student';
import { checkNumbers } from '../checks/check-numbers';

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

/**
 * One number for the training seeds of a model: their mean, with the wider of two intervals, Student's over the seeds
 * ({@link seedInterval}) and that of the questions, whose distances from the value are averaged over the seeds. The seeds answer the same
 * questions, so that many seeds don't make these more.
 */
export function pooledEstimate(estimates: readonly Estimate[]): Estimate {
  if (estimates.length === 1) return estimates[0]!;
  const overSeeds = seedInterval(estimates.map(({ value }) => value));
  const { value } = overSeeds;
  const [low, high] = [0, 1].map(
    (end) => value + mean(estimates.map((each) => each.interval[end]! - each.value)),
  ) as [number, number];
  const width = ([from, to]: Estimate['interval']) => to - from;
  return width([low, high]) > width(overSeeds.interval) ? { value, interval: [low, high] } : overSeeds;
}

/** {@link pooledEstimate} of what is read of each seed's result; undefined where one of them has none. */
export function pooledOver<T>(
  runs: readonly T[],
  read: (run: T) => Estimate | undefined,
): Estimate | undefined {
  const known = runs.map(read).filter((estimate) => estimate !== undefined);
  return known.length === 0 || known.length < runs.length ? undefined : pooledEstimate(known);
}

/** The sample's standard deviation, √(Σ (x − mean)² / (n − 1)). */
function deviation(values: readonly number[]): number {
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
