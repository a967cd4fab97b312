import type { Tensor2D, Tensor4D } from '@tensorflow/tfjs-core';
import { convolution } from '../ops/convolution';
import { activate } from '../ops/gelu';
import { reshaped } from '../ops/reshaped';
import type { FullClipConfig } from './clip-config';
import type { ParameterScope } from './parameters';

/**
 * The convolutions before the patch embedding: `pixels` [batch, size, size, 3] → [batch, size/2ⁿ, size/2ⁿ, channels]
 * for a stem of n. Each is x ∗ W + b with windows of 3 × 3, 2 pixels apart, and the tower's activation. Outside of the
 * picture are zeros: one row below and one column to the right, as `same` of TensorFlow has it.
 */
export function imageStem(
  pixels: Tensor4D,
  { stem, activation }: FullClipConfig['image'],
  embeddings: ParameterScope,
): Tensor4D {
  return stem.reduce((x, channels, i) => {
    const layer = embeddings.scope(`stem.${i}`);
    const y = convolution(x, layer.filters('weight'), layer.vector('bias'), { stride: 2, isData: i === 0 });
    const rows: Tensor2D = reshaped(y, [y.size / channels, channels]);
    return reshaped<Tensor4D>(activate(rows, activation), y.shape);
  }, pixels);
}
