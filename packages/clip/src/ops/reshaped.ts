import { reshape, type Tensor } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable';

/** The same numbers in another shape, with a gradient. */
export function reshaped<T extends Tensor>(x: Tensor, shape: readonly number[]): T {
  return differentiable<T>([x], () => ({
    value: reshape(x, [...shape]) as Tensor as T,
    gradient: (dy) => [reshape(dy, x.shape)],
  }));
}
