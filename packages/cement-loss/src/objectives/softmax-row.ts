import { neg, type Tensor2D } from '@tensorflow/tfjs-core';
import { softplus } from './log-sum-exp';

/**
 * A loss of a row of logits that depends on its negatives through log-sum-exps of gaps g = z_negative − z_positive
 * only, so that they can be streamed. Gaps instead of logits, because the positive's gradient is then minus the sum of
 * the negatives' ones, exact also where p of the positive rounds to 1.
 */
export interface RowLoss {
  /** What the log-sum-exps are of, as linear functions of logits: g itself, or multiples of it. */
  readonly exponents: ReadonlyArray<(z: Tensor2D) => Tensor2D>;
  /** From the log-sum-exps, `[R, 1]` each, the row's losses, and the shifts of {@link combine}. */
  readonly of: (masses: readonly Tensor2D[]) => { losses: Tensor2D; shifts: readonly Tensor2D[] };
  /** ∂L/∂z of negatives from e^{exponent(g) + shift}, one for each shift. */
  readonly combine: (sizes: readonly Tensor2D[]) => Tensor2D;
}

/** InfoNCE's row loss, −ln p of the positive: L = ln(1 + Σ e^g), ∂L/∂z_negative = e^{g − L}. */
export const softmaxRow: RowLoss = {
  exponents: [(z) => z],
  of: ([all]) => {
    const losses = softplus(all as Tensor2D);
    return { losses, shifts: [neg(losses)] };
  },
  combine: ([size]) => size as Tensor2D,
};
