import { concat, reshape, slice, type Tensor, type Tensor2D, zeros } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable';

/** `size` rows of `x` [rows, width] from `start` on, as a tensor of shape `shape` (by default [size, width]). */
export function sliceRows<T extends Tensor = Tensor2D>(
  x: Tensor2D,
  start: number,
  size: number,
  shape: readonly number[] = [size, x.shape[1]],
): T {
  const [rows, width] = x.shape;
  return differentiable<T>([x], () => ({
    value: reshape(slice(x, [start, 0], [size, width]), [...shape]) as Tensor as T,
    gradient: (dy) => {
      const parts = [
        zeros([start, width]),
        reshape(dy, [size, width]),
        zeros([rows - start - size, width]),
      ].filter((part) => part.size > 0);
      return [concat(parts, 0)];
    },
  }));
}
