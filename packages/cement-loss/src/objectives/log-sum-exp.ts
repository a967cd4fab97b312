import { abs, add, exp, log, max, maximum, neg, sub, sum, type Tensor2D } from '@tensorflow/tfjs-core';

/**
 * ln Σ e^{x − shift} of each row, `[R, 1]`. The shift is taken from the largest entry, because ln Σ e^x − shift
 * cancels where logits are large.
 */
export function rowLogSumExp(logits: Tensor2D, shift: Tensor2D | number = 0): Tensor2D {
  const top = max<Tensor2D>(logits, 1, true);
  return add(sub(top, shift), log(sum(exp(sub(logits, top)), 1, true)));
}

/** ln(e^a + e^b) */
export function logAddExp(a: Tensor2D, b: Tensor2D | number): Tensor2D {
  return add(maximum(a, b), log(add(exp(neg(abs(sub(a, b)))), 1)));
}

/** ln(1 + e^x) */
export function softplus(x: Tensor2D): Tensor2D {
  return logAddExp(x, 0);
}
