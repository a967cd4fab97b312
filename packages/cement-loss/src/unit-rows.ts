import { add, div, mul, sqrt, square, sub, sum, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';

/** Keeps a row of zeros finite: it stays zero and gets no gradient. */
const TINY = 1e-30;

/** 1 / ‖x‖ of each row, `[…, 1]`. */
export function inverseNorms<T extends Tensor>(x: T): T {
  const squared = sum<T>(square(x), -1, true);
  return div(sqrt(squared), add(squared, TINY));
}

/** The gradient before normalisation from the one after it: (g − u·⟨u, g⟩) / ‖x‖ for each row. */
export function unitRowsGradient(gradient: Tensor2D, unit: Tensor2D, inverse: Tensor2D): Tensor2D {
  const along = sum(mul(unit, gradient), 1, true);
  return mul(sub(gradient, mul(unit, along)), inverse);
}
