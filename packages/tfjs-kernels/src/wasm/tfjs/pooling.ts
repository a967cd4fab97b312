import {
  type AvgPoolGradAttrs,
  backend_util,
  type MaxPoolGradAttrs,
  type NamedAttrMap,
  type NamedTensorInfoMap,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import type { Heap } from '../heap';
import { geometry } from './geometry';
import { allFloats } from './tfjs-kernel';

/** Gradient of tf.maxPool: dy goes to the first of a window's largest numbers. */
export function maxPoolGradient(
  heap: Heap,
  inputs: NamedTensorInfoMap,
  attributes: NamedAttrMap,
): TensorInfo | undefined {
  return gradient(heap, inputs, attributes, heap.address(inputs.input!));
}

/**
 * Gradient of tf.avgPool: an equal part of dy goes to each pixel that was averaged. tfjs divides by the size of the
 * whole window, also where a part of it lies beyond the edge and was left out of the average.
 */
export function averagePoolGradient(
  heap: Heap,
  inputs: NamedTensorInfoMap,
  attributes: NamedAttrMap,
): TensorInfo | undefined {
  return gradient(heap, inputs, attributes, 0);
}

function gradient(
  heap: Heap,
  inputs: NamedTensorInfoMap,
  attributes: NamedAttrMap,
  x: number,
): TensorInfo | undefined {
  const { dy, input } = inputs as Record<'dy' | 'input', TensorInfo>;
  const { filterSize, strides, pad, dimRoundingMode } = attributes as unknown as MaxPoolGradAttrs &
    AvgPoolGradAttrs;
  if (!allFloats(dy, input)) return undefined;
  const shape = input.shape as [number, number, number, number];
  const info = backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
  const dx = heap.zeros(shape);
  heap.kernels.poolGradient(info.batchSize, ...geometry(info), x, heap.address(dy), heap.address(dx));
  return dx;
}
