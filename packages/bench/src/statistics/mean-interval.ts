import { bootstrapMean } from './bootstrap';
import type { BootstrapOptions } from './bootstrap-options';
import { FEW } from './cluster-proportion';
import { wilsonBounds } from './wilson-interval';

/**
 * The 95 % interval of a mean over kinds, Σ sum / Σ weight over pictures: the bootstrap over pictures. Where there are few
 * of them, or all rows agree, it says too little (one picture would have an interval of no width): there it is Wilson's
 * interval with n = (Σ weight)² / Σ weight², the number of pictures of equal weight that the mean is as noisy as. That is
 * the number of pictures where each asks all kinds, and for kinds of pictures of their own K² / Σ 1/nₖ.
 * Source of n: L. Kish 1965, "Survey sampling", effective sample size.
 */
export function meanInterval(
  groups: readonly { readonly sum: number; readonly weight: number }[],
  options: BootstrapOptions = {},
): readonly [low: number, high: number] {
  const total = (read: (group: { sum: number; weight: number }) => number) =>
    groups.reduce((sum, group) => sum + read(group), 0);
  const weight = total((group) => group.weight);
  const value = total((group) => group.sum) / weight;
  const effective = weight ** 2 / total((group) => group.weight ** 2);
  const agree = groups.every(({ sum }) => sum === 0) || groups.every((group) => group.sum === group.weight);
  if (effective >= FEW && !agree) return bootstrapMean(groups, options);
  // Sums of shares may end a bit above 1.
  return wilsonBounds(Math.min(1, value), effective);
}
