import { add, div, exp, log, max, neg, relu, sub, sum, type Tensor2D } from '@tensorflow/tfjs-core';

/** One direction of a contrastive loss: its rows' losses and where they push. */
export interface RowSoftmax {
  /** `[R, 1]`, −ln p of each row's positive. */
  readonly losses: Tensor2D;
  /** `[R, C]`, the probability of each negative; 0 at the positive and at what is masked. */
  readonly negatives: Tensor2D;
}

/**
 * The softmax loss of each row, from the gaps g = z_negative − z_positive with the positive itself masked:
 *
 *     L = ln(1 + Σ e^g) = top + ln(Σ e^{g − top} + e^{−top}),   top = max(0, max g)
 *
 * Gaps instead of logits, because ln Σ e^z − z_positive cancels where logits are large, and because the positive's
 * gradient is then −Σ of the negatives' probabilities, exact also where p_positive rounds to 1.
 *
 * @param gaps `[R, C]`; masked entries are near {@link MASKED}.
 */
export function rowSoftmax(gaps: Tensor2D): RowSoftmax {
  const top = relu(max<Tensor2D>(gaps, 1, true));
  const terms = exp(sub(gaps, top)) as Tensor2D;
  const positive = exp(neg(top));
  const total = add(sum(terms, 1, true), positive);
  return { losses: add(top, log(total)), negatives: div(terms, total) };
}

/** ln Σ e^x of each row, `[R, 1]`, by way of its maximum. */
export function rowLogSumExp(logits: Tensor2D): Tensor2D {
  const top = max<Tensor2D>(logits, 1, true);
  return add(top, log(sum(exp(sub(logits, top)), 1, true)));
}
