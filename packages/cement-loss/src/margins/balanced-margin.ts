import { add, relu, sub, type Tensor2D } from '@tensorflow/tfjs-core';
import { isNumber } from '../options/check-number';
import { readOptions } from '../options/read-options';
import { refuse } from '../options/refuse';
import type { Margin } from './margin';

export interface BalancedMarginOptions {
  /** ρ, the least share of the push that the pair's own hard negatives get, between 0 and 1 (both excluded). */
  readonly share: number;
}

/**
 * The margin, in logits and anew for each row, that gives the own hard negatives at least the share ρ of the
 * push on negatives, p_H / (p_H + p_E) ≥ ρ, whatever the batch size is:
 *
 *     μ = max(0, LSE_others − LSE_own + ln(ρ / (1 − ρ)))
 *
 * LSE_own runs over the row's own hard negatives, LSE_others over its other negatives; both are constants to
 * the gradient. A static margin that does the same grows as ln N, so that one tuned at batch 256 is wrong at
 * 4,096. In the captions layout only image rows have own hard negatives.
 *
 * @throws when `share` does not lie between 0 and 1.
 * @source this package
 */
export function balancedMargin(options: BalancedMarginOptions): Margin {
  const { share } = readOptions('balancedMargin', options, { share: '' });
  if (!isNumber(share) || !(share > 0 && share < 1))
    refuse('balancedMargin', 'share', 'lie between 0 and 1', share);
  const logOdds = Math.log(share / (1 - share));
  return {
    name: 'balanced',
    unit: 'logit',
    needsConcreteness: false,
    perRow: ({ own, others }) => relu(add<Tensor2D>(sub(others, own), logOdds)),
  };
}
