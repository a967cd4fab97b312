import { abs, add, addN, max, mul, type Scalar, square, type Tensor } from '@tensorflow/tfjs-core';
import type { Embeddings } from '../batch/embeddings';

/** Times this, 3.4e12 and more are infinite in float32. */
const TO_INFINITY = 1e26;

/**
 * 1/τ as it is, or NaN where logits could outweigh the masks of absent entries, from some 1e12 on: the loss would be a
 * wrong number there, and NaN is seen. Nothing is read back for it.
 *
 * @param embeddings Those of any length; missing where they are of unit length.
 */
export function withinReach(scale: Scalar, embeddings?: Embeddings): Scalar {
  let largest: Tensor = scale;
  if (embeddings) {
    const squares = Object.values(embeddings).map((x) => mul(square(max(abs(x))), x.shape[1]));
    largest = mul(addN(squares), scale);
  }
  return add(scale, mul(mul(largest, TO_INFINITY), 0));
}
