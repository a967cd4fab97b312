import { addN, clone, customGrad, type Scalar, type Tensor, tidy } from '@tensorflow/tfjs-core';
import type { ContrastiveBatch } from '../batch/batch';
import type { ContrastiveOptions } from '../gradients/contrastive-loss';
import { isTensor, refuse } from '../options/refuse';

/** A loss of a batch, or a term beside one: what `infoNceLoss` is, and what `ownNegatives` and `keepClose` return. */
export type LossTerm = (batch: ContrastiveBatch, options?: ContrastiveOptions) => Scalar;

/**
 * A loss that is the sum of others, with the gradients of all. Each of them is called with the same batch and options.
 *
 * ```js
 * const loss = sumLosses(infoNceLoss, ownNegatives({ weight: 0.5 }), keepClose());
 * const cement = sumLosses((batch, options) => cementLoss(batch, { ...options, margin }), keepClose());
 * ```
 *
 * tfjs-core alone registers no gradient of a sum, so that `tf.add` would not do. {@link gradientBudget} sees what it adds.
 *
 * @throws when there is no loss, or one is no function.
 */
export function sumLosses(...losses: readonly LossTerm[]): LossTerm {
  const op = 'sumLosses';
  if (losses.length === 0) refuse(op, 'losses', 'be at least one loss, such as infoNceLoss', 0);
  for (const loss of losses) {
    if (typeof loss !== 'function')
      refuse(op, 'losses', 'be functions of a batch, such as infoNceLoss', loss);
  }
  const join = customGrad((...values) => ({
    value: addN(values.filter(isTensor)),
    gradFunc: (dy: Tensor) => losses.map(() => clone(dy)),
  }));
  return (batch, options = {}) =>
    tidy(op, () => {
      const values = losses.map((loss) => loss(batch, options));
      for (const value of values) {
        if (!isTensor(value) || value.rank !== 0) refuse(op, 'losses', 'return scalars', value);
      }
      return join(...values) as Scalar;
    });
}
