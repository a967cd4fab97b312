import { exp, neg, sub, type Tensor2D } from '@tensorflow/tfjs-core';
import { logAddExp, rowLogSumExp, softplus } from './log-sum-exp';
import type { NegativeGaps, RowLoss } from './softmax-objective';

/** ln Σ e^g over all of a row's negatives, `[R, 1]`. */
export function logNegatives(easy: Tensor2D, hard: Tensor2D | undefined): Tensor2D {
  return hard ? logAddExp(easy, rowLogSumExp(hard)) : easy;
}

/**
 * InfoNCE's row loss, −ln p of the positive: L = ln(1 + Σ e^g), ∂L/∂z_negative = e^{g − L}.
 *
 * Gaps instead of logits, because the positive's gradient is then −Σ of the negatives' probabilities, exact also
 * where p of the positive rounds to 1.
 */
export const softmaxRow: RowLoss = {
  powers: [1],
  of: ({ easy: [easy], hard }: NegativeGaps) => {
    const all = logNegatives(easy as Tensor2D, hard);
    const losses = softplus(all);
    return {
      losses,
      pull: exp(sub<Tensor2D>(all, losses)),
      hard: hard && exp(sub<Tensor2D>(hard, losses)),
      terms: [{ factor: 1, shift: neg(losses) }],
    };
  },
};
