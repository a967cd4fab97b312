import {
  add,
  cast,
  div,
  fill,
  maximum,
  mul,
  neg,
  range,
  reshape,
  scatterND,
  sub,
  sum,
  type Tensor1D,
  type Tensor2D,
  topk,
  where,
} from '@tensorflow/tfjs-core';

/** Sorts behind every rating and every negated rating. */
const LAST = -1e9;

/**
 * The rank of each rating in its batch, 0 (lowest) to 1 (highest), `[N, K]`: ties get their average, empty slots
 * are left out. A batch that is all one tie is ½ throughout.
 *
 * Sorted twice, upwards and downwards, with a tie always in the order of its indices: the mean of both ranks is then
 * the tie's average. With places a and d from 0 among n ratings, rank = ½ + (a − d) / 2(n − 1).
 */
export function concretenessRank(concreteness: Tensor2D, valid: Tensor2D | undefined): Tensor2D {
  const { shape, size } = concreteness;
  // The topk of webgl and webgpu (tfjs 4.22) returns a single entry itself, which is then disposed twice.
  if (size === 1) return fill(shape, 0.5);
  const ratings = reshape(concreteness, [size]) as Tensor1D;
  const present = valid && reshape(valid, [size]);
  const placeOf = (keys: Tensor1D): Tensor1D => {
    const { indices } = topk(present ? where<Tensor1D>(cast(present, 'bool'), keys, LAST) : keys, size);
    return scatterND(reshape(indices, [size, 1]), range(0, size), [size]) as Tensor1D;
  };
  const above = sub(placeOf(neg(ratings)), placeOf(ratings));
  const others = present ? maximum(sub(sum(present), 1), 1) : size - 1;
  return reshape(add(mul(div(above, others), 0.5), 0.5), shape);
}
