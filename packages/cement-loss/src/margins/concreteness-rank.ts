import {
  add,
  cast,
  div,
  greater,
  less,
  maximum,
  mul,
  reshape,
  sub,
  sum,
  type Tensor2D,
} from '@tensorflow/tfjs-core';

/**
 * The rank of each rating in its batch, 0 (lowest) to 1 (highest), `[N, K]`: ties get their average, empty slots
 * are left out. Among n ratings, a_i = Σ_j sign(c_i − c_j), the ones below less the ones above, gives
 * rank_i = ½ + a_i / 2(n − 1). A batch that is all one tie is ½ throughout.
 *
 * All pairs are compared, since no sort that averages ties runs on every backend.
 */
export function concretenessRank(concreteness: Tensor2D, valid: Tensor2D | undefined): Tensor2D {
  const size = concreteness.size;
  const gaps = sub(reshape(concreteness, [size, 1]), reshape(concreteness, [1, size]));
  // tf.sign, for which wasm has no kernel in tfjs 4.0.
  const order = sub(cast(greater(gaps, 0), 'float32'), cast(less(gaps, 0), 'float32'));
  const counted = valid ? mul(order, reshape(valid, [1, size])) : order;
  const above = reshape(sum(counted, 1), concreteness.shape);
  const others = valid ? maximum(sub(sum(valid), 1), 1) : Math.max(size - 1, 1);
  return add(mul(div(above, others), 0.5), 0.5);
}
