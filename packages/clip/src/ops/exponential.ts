import { exp, mul, type Scalar } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable';

/** eˣ of a scalar: CLIP learns the logarithm of its logit scale. */
export function exponential(x: Scalar): Scalar {
  return differentiable<Scalar>([x], (save) => {
    const value: Scalar = exp(x);
    save(value);
    return { value, gradient: (dy, [y]) => [mul(dy, y!)] };
  });
}
