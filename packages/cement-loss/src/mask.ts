import {
  cast,
  equal,
  mul,
  oneHot,
  ones,
  reshape,
  sub,
  type Tensor1D,
  type Tensor2D,
  tensor1d,
} from '@tensorflow/tfjs-core';

/**
 * Added to a logit to take it out of a softmax. Finite, so that no ∞ − ∞ arises, and small enough that a few of
 * them add up without overflow; beside it any real logit is lost to rounding.
 */
export const MASKED = -1e30;

/** `[places.length, width]`, 1 at column `places[row]` of each row. */
export function onesAt(places: readonly number[], width: number): Tensor2D {
  // One column is less than oneHot takes.
  if (width === 1) return ones([places.length, 1]);
  // The wasm kernel writes integers whatever the dtype asked for (tfjs 4.22): take int32 and cast.
  return cast(oneHot(tensor1d([...places], 'int32'), width), 'float32') as Tensor2D;
}

/** 0, 1, …, count − 1, moved by `start`. */
export function indices(count: number, start = 0): number[] {
  return Array.from({ length: count }, (_, index) => start + index);
}

/** Turns 1 (present) and 0 (absent) into 0 and {@link MASKED}. */
export function maskOf(present: Tensor2D): Tensor2D {
  return mul(sub(present, 1), -MASKED);
}

/** `[N, N]`: {@link MASKED} where two different pairs share a group, else 0. */
export function groupMask(groups: Tensor1D): Tensor2D {
  const rows = groups.size;
  const same = cast(equal(reshape(groups, [rows, 1]), reshape(groups, [1, rows])), 'float32');
  return mul(sub(same, onesAt(indices(rows), rows)), MASKED);
}
