import type { NamedAttrMap, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { Heap } from '../heap';
import type { OwnKernel } from './tfjs-kernel';

/**
 * tf.oneHot as float32. tfjs's own kernel writes the two values as integers, whatever the type: so it is given the
 * integers that have the floats' bits.
 */
export function oneHot(
  _heap: Heap,
  _inputs: NamedTensorInfoMap,
  attributes: NamedAttrMap,
  own?: OwnKernel,
): TensorInfo | undefined {
  const { dtype, onValue, offValue } = attributes;
  if (dtype !== 'float32') return undefined;
  return own?.({ ...attributes, onValue: bits(onValue), offValue: bits(offValue) });
}

const bits = (x: unknown) => new Int32Array(Float32Array.of(Number(x)).buffer)[0]!;
