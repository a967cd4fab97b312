import { mul, sub, type Tensor2D } from '@tensorflow/tfjs-core';

/**
 * Added to a logit to take it out of a softmax. Finite, so that no ∞ − ∞ arises; so large that beside it any real
 * logit is lost to rounding; and so small that a few of them times a power stay above −1e20, where webgl's maximum
 * of a row begins (tfjs 4.22).
 */
export const MASKED = -1e15;

/** Turns 1 (present) and 0 (absent) into 0 and {@link MASKED}. */
export function maskOf(present: Tensor2D): Tensor2D {
  return mul(sub(present, 1), -MASKED);
}
