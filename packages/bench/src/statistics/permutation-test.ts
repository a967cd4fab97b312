import { checkNumbers } from '../checks/check-numbers';
import { type BootstrapOptions, readBootstrapOptions } from './bootstrap';
import { createRandom } from './random';

/** Up to so many differences all 2ⁿ signs are gone through. */
const EXACT = 14;

/**
 * Paired permutation test: if two models were equal, each difference between them could as well have had the other
 * sign. p is the share of sign patterns whose sum is at least as far from 0 as the one seen, two-sided; exact for up
 * to 14 differences, else over `resamples` random patterns, the one seen among them: (hits + 1) / (resamples + 1).
 *
 * @param differences one for each unit, such as a picture or a training seed; those of 0 change nothing
 *
 * @example
 * const p = signFlipTest([0.2, 0.1, -0.05]);
 */
export function signFlipTest(differences: readonly number[], options: BootstrapOptions = {}): number {
  checkNumbers('signFlipTest: differences', differences);
  const { resamples, seed } = readBootstrapOptions('signFlipTest', options);
  const values = differences.filter((value) => value !== 0);
  const seen = Math.abs(values.reduce((sum, value) => sum + value, 0));
  // Sums of the same numbers in another order may differ in the last bits.
  const limit = seen - 1e-12 * values.reduce((sum, value) => sum + Math.abs(value), 0);
  if (values.length <= EXACT) return exact(values, limit);
  const random = createRandom(seed, 'sign flips');
  let hits = 0;
  for (let resample = 0; resample < resamples; resample++) {
    let sum = 0;
    for (const value of values) sum += random.integer(2) === 0 ? value : -value;
    if (Math.abs(sum) >= limit) hits++;
  }
  return (hits + 1) / (resamples + 1);
}

function exact(values: readonly number[], limit: number): number {
  const patterns = 2 ** values.length;
  let hits = 0;
  for (let pattern = 0; pattern < patterns; pattern++) {
    let sum = 0;
    values.forEach((value, index) => {
      sum += (pattern >> index) & 1 ? -value : value;
    });
    if (Math.abs(sum) >= limit) hits++;
  }
  return hits / patterns;
}
