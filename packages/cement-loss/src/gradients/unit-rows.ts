import {
  abs,
  add,
  clipByValue,
  div,
  max,
  maximum,
  mul,
  sqrt,
  square,
  sub,
  sum,
  type Tensor,
  type Tensor2D,
  tidy,
} from '@tensorflow/tfjs-core';

/** Keeps a row of zeros finite: it stays zero and gets no gradient. */
const TINY = 1e-30;
/** Rows whose largest magnitude lies between 1/FAR and FAR are taken as they are; their squares fit into float32. */
const FAR = 2 ** 32;

/** Rows of unit length, and what their lengths were made of: ‖x‖ = divisor / inverse. */
export interface UnitRows<T extends Tensor> {
  /** x / ‖x‖ */
  readonly unit: T;
  /** 1 / ‖x / divisor‖ of each row, `[…, 1]`. */
  readonly inverse: T;
  /** What brings a row near 1, `[…, 1]`: exactly 1 for every row but those whose squares would leave float32. */
  readonly divisor: T;
}

/**
 * x / ‖x‖ of each row, for every length that float32 has. A row whose largest magnitude m is beyond FAR (or below
 * 1/FAR) is first divided by m/FAR (or m·FAR), which neither overflows nor vanishes; all others by 1, so that their
 * values are what they would be without it.
 */
export function unitRows<T extends Tensor>(x: T): UnitRows<T> {
  const [unit, inverse, divisor] = tidy(() => {
    const largest = max<T>(abs(x), -1, true);
    // The least is for a row of zeros. m·FAR of the smallest number of float32 is 2⁻¹¹⁷.
    const divisor = maximum<T>(div(largest, clipByValue(largest, 1 / FAR, FAR)), 2 ** -118);
    const near = div<T>(x, divisor);
    const squared = sum<T>(square(near), -1, true);
    const inverse = div<T>(sqrt(squared), add(squared, TINY));
    return [mul<T>(near, inverse), inverse, divisor] as [T, T, T];
  });
  return { unit, inverse, divisor };
}

/**
 * The gradient before normalisation from the one after it, (g − u·⟨u, g⟩) / ‖x‖ for each row, times the divisor: what
 * is left is to divide by it.
 */
export function unitRowsGradient(gradient: Tensor2D, unit: Tensor2D, inverse: Tensor2D): Tensor2D {
  const along = sum(mul(unit, gradient), 1, true);
  return mul(sub(gradient, mul(unit, along)), inverse);
}
