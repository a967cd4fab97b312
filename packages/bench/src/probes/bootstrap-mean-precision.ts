import { createRandom } from '../statistics/random';
import { averagePrecision } from './average-precision';

/** Resamples, each of which sorts all rows once for each label. */
const RESAMPLES = 200;

/** The percentile bootstrap's 95 % interval of the mean average precision, over rows. */
export function bootstrapMeanPrecision(
  labels: readonly ArrayLike<number>[],
  scores: Float64Array,
  outputs: number,
  { seed }: { readonly seed: number },
): [low: number, high: number] {
  const random = createRandom(seed, 'bootstrap mean precision');
  const means: number[] = [];
  for (let resample = 0; resample < RESAMPLES; resample++) {
    const rows = labels.map(() => random.integer(labels.length));
    const each = Array.from({ length: outputs }, (_, c) =>
      averagePrecision(
        rows.map((row) => labels[row]![c]!),
        rows.map((row) => scores[row * outputs + c]!),
      ),
    ).filter((value) => !Number.isNaN(value));
    if (each.length > 0) means.push(each.reduce((sum, value) => sum + value, 0) / each.length);
  }
  means.sort((a, b) => a - b);
  if (means.length === 0) return [Number.NaN, Number.NaN];
  return [means[Math.floor(0.025 * means.length)]!, means[Math.ceil(0.975 * means.length) - 1]!];
}
