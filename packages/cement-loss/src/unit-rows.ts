import { add, div, mul, sqrt, square, sub, sum, type Tensor2D } from '@tensorflow/tfjs-core';

/** Keeps a row of zeros finite: it stays zero and gets no gradient. */
const TINY = 1e-30;

/** x / ‖x‖ for each row, and 1 / ‖x‖, `[R, 1]`, which the way back needs. */
export function unitRows(x: Tensor2D): { unit: Tensor2D; inverseNorm: Tensor2D } {
  const squared = sum(square(x), 1, true);
  const inverseNorm = div(sqrt(squared), add(squared, TINY)) as Tensor2D;
  return { unit: mul(x, inverseNorm), inverseNorm };
}

/** The gradient before normalisation from the one after it: (g − u·⟨u, g⟩) / ‖x‖ for each row. */
export function unitRowsGradient(gradient: Tensor2D, unit: Tensor2D, inverseNorm: Tensor2D): Tensor2D {
  const along = sum(mul(unit, gradient), 1, true);
  return mul(sub(gradient, mul(unit, along)), inverseNorm);
}
