import {
  abs,
  add,
  exp,
  log,
  max,
  maximum,
  mul,
  neg,
  relu,
  sub,
  sum,
  type Tensor2D,
} from '@tensorflow/tfjs-core';

/** A sum of exponentials that can't overflow: Σ e^x = e^top · total, `[R, 1]` each. */
export type Mass = {
  readonly top: Tensor2D;
  readonly total: Tensor2D;
};

export function massOf(logits: Tensor2D): Mass {
  const top = max<Tensor2D>(logits, 1, true);
  return { top, total: sum(exp(sub(logits, top)), 1, true) };
}

/** The mass of two sets of columns from the mass of each: what lets a log-sum-exp be streamed. */
export function mergeMass(a: Mass, b: Mass): Mass {
  const top = maximum(a.top, b.top) as Tensor2D;
  const at = (mass: Mass): Tensor2D => mul(mass.total, exp(sub(mass.top, top)));
  return { top, total: add(at(a), at(b)) };
}

/**
 * ln Σ e^{x − positive}, `[R, 1]`. Taken from `top` first, because ln Σ e^x − positive cancels where logits are
 * large.
 */
export function logMass({ top, total }: Mass, positive: Tensor2D): Tensor2D {
  return add(sub(top, positive), log(total));
}

/** ln Σ e^x of each row, `[R, 1]`. */
export function rowLogSumExp(logits: Tensor2D): Tensor2D {
  const { top, total } = massOf(logits);
  return add(top, log(total));
}

/** ln(e^a + e^b) */
export function logAddExp(a: Tensor2D, b: Tensor2D): Tensor2D {
  return add(maximum(a, b), log(add(exp(neg(abs(sub(a, b)))), 1)));
}

/** ln(1 + e^x) */
export function softplus(x: Tensor2D): Tensor2D {
  return add(relu(x), log(add(exp(neg(abs(x))), 1)));
}
