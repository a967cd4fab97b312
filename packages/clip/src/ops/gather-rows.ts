import {
  concat,
  gatherND,
  type Rank,
  reshape,
  scatterND,
  slice,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  zeros,
} from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable';

/**
 * Rows of a matrix by index: `x` [rows, width], `indices` int32 [n] → [n, width]. It reads tokens from an
 * embedding table, and the one token that a tower is read at.
 *
 * Forward it is gatherND, which copies whole rows on wasm and is 75 times faster there than gather. The
 * gradient scatters dy back, summing where a row was read twice. (tfjs's own gradient of gather has no
 * kernel on wasm and loops over the whole table on cpu.)
 */
export function gatherRows(x: Tensor2D, indices: Tensor1D): Tensor2D {
  const shape = x.shape;
  return differentiable<Tensor2D>([x], (save) => {
    const rows = reshape<Rank.R2>(indices, [indices.size, 1]);
    save(rows);
    return {
      value: gatherND(x, rows) as Tensor2D,
      gradient: (dy, [at]) => [scatterND(at!, dy, shape)],
    };
  });
}

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
