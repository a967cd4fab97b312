import { refuse } from '@slipform/kit/errors/input-error';
import { checkNumbers } from '../checks/check-numbers';

/**
 * Holm's correction for several tests: p-values that may each be held against the level of one. Sorted upwards,
 * p̃₍ᵢ₎ = max over j ≤ i of min(1, (m − j + 1) · p₍ⱼ₎); the order of the arguments is kept.
 * Source: S. Holm 1979, "A simple sequentially rejective multiple test procedure".
 *
 * @example
 * holm([0.01, 0.04]); // [0.02, 0.04]
 */
export function holm(pValues: readonly number[]): number[] {
  checkNumbers('holm: pValues', pValues);
  const order = pValues.map((_, index) => index).sort((a, b) => pValues[a]! - pValues[b]!);
  const adjusted = new Array<number>(pValues.length);
  let highest = 0;
  order.forEach((index, rank) => {
    const p = pValues[index]!;
    if (!(p >= 0 && p <= 1)) refuse('holm', 'p-values', 'must lie between 0 and 1', p);
    highest = Math.max(highest, Math.min(1, (pValues.length - rank) * p));
    adjusted[index] = highest;
  });
  return adjusted;
}
