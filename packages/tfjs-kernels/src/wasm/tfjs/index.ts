import {
  _FusedMatMul,
  AvgPoolGrad,
  Conv2D,
  Conv2DBackpropFilter,
  Conv2DBackpropInput,
  Conv3DBackpropFilterV2,
  Conv3DBackpropInputV2,
  DepthwiseConv2dNativeBackpropFilter,
  DepthwiseConv2dNativeBackpropInput,
  FusedConv2D,
  MaxPoolGrad,
  Mean,
  type NamedAttrMap,
  type NamedTensorInfoMap,
  OneHot,
  Sum,
  type TensorInfo,
  Tile,
  UnsortedSegmentSum,
  util,
} from '@tensorflow/tfjs-core';
import { batchMatMul } from '../batch-mat-mul';
import type { Heap } from '../heap';
import { conv2d, conv2dBackpropFilter, conv2dBackpropInput } from './convolution';
import { conv3dBackpropFilter, conv3dBackpropInput } from './convolution-3d';
import { depthwiseBackpropFilter, depthwiseBackpropInput } from './depthwise-convolution';
import { averagePoolGradient, maxPoolGradient } from './pooling';
import { mean, sum } from './reductions';
import type { OwnKernel, TfjsKernel } from './tfjs-kernel';

/**
 * tf.oneHot as float32. tfjs's own kernel writes the two values as integers, whatever the type: so it is given the
 * integers that have the floats' bits.
 */
function oneHot(
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

/** tf.tile of a row that is repeated as a whole, as the gradient of a batch normalization does; else undefined. */
function tile(heap: Heap, { x }: NamedTensorInfoMap, { reps }: NamedAttrMap): TensorInfo | undefined {
  const { shape, dtype } = x!;
  const times = reps as number[];
  // As many first axes of size 1 as there are; the others must not be repeated.
  const first = shape.findIndex((size) => size !== 1);
  if (dtype !== 'float32' || first < 1 || times.slice(first).some((count) => count !== 1)) return undefined;
  const out = heap.output(shape.map((size, axis) => size * times[axis]!));
  const [from, to] = [heap.address(x!), heap.address(out)];
  const [row, total] = [x!, out].map((each) => 4 * util.sizeFromShape(each.shape)) as [number, number];
  heap.kernels.copy(from, to, Math.min(row, total));
  // What is there is copied behind itself: twice as much each time.
  for (let done = row; done < total; done *= 2) {
    heap.kernels.copy(to, to + done, Math.min(done, total - done));
  }
  return out;
}

/** tf.unsortedSegmentSum, the gradient of tf.gather. As on other backends, a row whose id is out of range is left out. */
function unsortedSegmentSum(
  heap: Heap,
  inputs: NamedTensorInfoMap,
  { numSegments }: NamedAttrMap,
): TensorInfo | undefined {
  const { x, segmentIds } = inputs as Record<'x' | 'segmentIds', TensorInfo>;
  if (x.dtype !== 'float32' && x.dtype !== 'int32') return undefined;
  if (segmentIds.dtype !== 'int32') return undefined;
  const rest = x.shape.slice(segmentIds.shape.length);
  const out = heap.output([Number(numSegments), ...rest], x.dtype);
  heap.kernels.segmentSum(
    x.dtype === 'int32' ? 1 : 0,
    util.sizeFromShape(segmentIds.shape),
    util.sizeFromShape(rest),
    Number(numSegments),
    ...[x, segmentIds, out].map((each) => heap.address(each)),
  );
  return out;
}

/** Kernels of the wasm backend that compute what a dense or a convolutional layer may ask to be fused. */
const activations: Readonly<Record<string, string>> = {
  relu: 'Relu',
  relu6: 'Relu6',
  elu: 'Elu',
  sigmoid: 'Sigmoid',
  prelu: 'Prelu',
  leakyrelu: 'LeakyRelu',
};

/**
 * activation(op(a)·op(b) + bias), as tf.layers.dense asks for it. tfjs's own leaves the bias out where an input is
 * transposed or batched.
 */
const fusedMatMul = activated((heap, { a, b, bias }, attributes) =>
  batchMatMul(heap, { a: a!, b: b!, bias }, attributes),
);

/** activation(conv2d(x, filter) + bias), as tf.layers.conv2d asks for it. */
const fusedConv2d = activated(conv2d);

function activated(kernel: TfjsKernel): TfjsKernel {
  return (heap, inputs, attributes) => {
    const { activation, leakyreluAlpha } = attributes;
    const name = activations[String(activation)];
    if (name === undefined && activation !== 'linear') return undefined;
    const result: TensorInfo | undefined = kernel(heap, inputs, attributes);
    if (result === undefined || name === undefined) return result;
    const alpha = inputs.preluActivationWeights;
    return heap.replace(result, name, alpha === undefined ? {} : { alpha }, { alpha: leakyreluAlpha ?? 0.2 });
  };
}

/** Kernels under the names that tfjs knows: what its wasm backend lacks, has wrong or has slow. */
export const tfjsKernels: Readonly<Record<string, TfjsKernel>> = {
  [_FusedMatMul]: fusedMatMul,
  [AvgPoolGrad]: averagePoolGradient,
  [Conv2D]: conv2d,
  [Conv2DBackpropFilter]: conv2dBackpropFilter,
  [Conv2DBackpropInput]: conv2dBackpropInput,
  [Conv3DBackpropFilterV2]: conv3dBackpropFilter,
  [Conv3DBackpropInputV2]: conv3dBackpropInput,
  [DepthwiseConv2dNativeBackpropFilter]: depthwiseBackpropFilter,
  [DepthwiseConv2dNativeBackpropInput]: depthwiseBackpropInput,
  [FusedConv2D]: fusedConv2d,
  [MaxPoolGrad]: maxPoolGradient,
  [Mean]: mean,
  [OneHot]: oneHot,
  [Sum]: sum,
  [Tile]: tile,
  [UnsortedSegmentSum]: unsortedSegmentSum,
};
