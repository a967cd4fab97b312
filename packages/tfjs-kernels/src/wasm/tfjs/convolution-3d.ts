import {
  backend_util,
  type Conv3DBackpropFilterV2Attrs,
  type Conv3DBackpropInputV2Attrs,
  type NamedAttrMap,
  type NamedTensorInfoMap,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import type { Heap } from '../heap';
import { addFilterGradient, addImageGradient } from './convolution';
import { allFloats } from './tfjs-kernel';

/** dW [depth, height, width, in, out], for inputs x [batch, depth, height, width, in] and dy. */
export function conv3dBackpropFilter(
  heap: Heap,
  inputs: NamedTensorInfoMap,
  attributes: NamedAttrMap,
): TensorInfo | undefined {
  const { x, dy } = inputs as Record<'x' | 'dy', TensorInfo>;
  const { filterShape, strides, pad } = attributes as unknown as Conv3DBackpropFilterV2Attrs;
  if (!allFloats(x, dy)) return undefined;
  const info = backend_util.computeConv3DInfo(x.shape as Shape5D, filterShape, strides, 1, pad);
  const gradient = heap.zeros(filterShape);
  const [from, slopes, to] = [x, dy, gradient].map((each) => heap.address(each)) as [number, number, number];
  forEachSlice(info, (image, filter, out) => {
    addFilterGradient(heap, { ...info, batchSize: 1 }, from + image, slopes + out, to + filter);
  });
  return gradient;
}

/** dx, for inputs dy and filter. */
export function conv3dBackpropInput(
  heap: Heap,
  inputs: NamedTensorInfoMap,
  attributes: NamedAttrMap,
): TensorInfo | undefined {
  const { dy, filter: weights } = inputs as Record<'dy' | 'filter', TensorInfo>;
  const { inputShape, strides, pad } = attributes as unknown as Conv3DBackpropInputV2Attrs;
  if (!allFloats(dy, weights)) return undefined;
  const info = backend_util.computeConv3DInfo(inputShape, weights.shape as Shape5D, strides, 1, pad);
  const gradient = heap.zeros(inputShape);
  const [w, slopes, to] = [weights, dy, gradient].map((each) => heap.address(each)) as [
    number,
    number,
    number,
  ];
  forEachSlice(info, (image, filter, out) => {
    addImageGradient(heap, { ...info, batchSize: 1 }, w + filter, slopes + out, to + image);
  });
  return gradient;
}

type Shape5D = [number, number, number, number, number];

/** Goes over the convolutions in 2-D that it is made of: how many bytes from its start each one's image, filter and result lie. */
function forEachSlice(
  info: ReturnType<typeof backend_util.computeConv3DInfo>,
  use: (image: number, filter: number, out: number) => void,
): void {
  const imageBytes = 4 * info.inHeight * info.inWidth * info.inChannels;
  const filterBytes = 4 * info.filterHeight * info.filterWidth * info.inChannels * info.outChannels;
  const outBytes = 4 * info.outHeight * info.outWidth * info.outChannels;
  for (let out = 0; out < info.batchSize * info.outDepth; out++) {
    const sample = Math.floor(out / info.outDepth);
    const first = (out % info.outDepth) * info.strideDepth - info.padInfo.front;
    for (let k = 0; k < info.filterDepth; k++) {
      const depth = first + k * info.dilationDepth;
      if (depth < 0 || depth >= info.inDepth) continue;
      use((sample * info.inDepth + depth) * imageBytes, k * filterBytes, out * outBytes);
    }
  }
}
