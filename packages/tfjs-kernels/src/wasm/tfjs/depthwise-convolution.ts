import type {
  DepthwiseConv2dNativeBackpropFilterAttrs,
  DepthwiseConv2dNativeBackpropInputAttrs,
  NamedAttrMap,
  NamedTensorInfoMap,
  TensorInfo,
} from '@tensorflow/tfjs-core';
import type { Heap } from '../heap';
import { convolutionOf, geometry } from './geometry';
import { allFloats } from './tfjs-kernel';

/** Inputs x and dy → the gradient of the filter [height, width, channels, multiplier]. */
export function depthwiseBackpropFilter(
  heap: Heap,
  inputs: NamedTensorInfoMap,
  attributes: NamedAttrMap,
): TensorInfo | undefined {
  const { x, dy } = inputs as Record<'x' | 'dy', TensorInfo>;
  const attrs = attributes as unknown as DepthwiseConv2dNativeBackpropFilterAttrs;
  if (!allFloats(x, dy)) return undefined;
  return gradient(heap, 1, x.shape, attrs.filterShape, attrs, x, dy);
}

/** Inputs dy and filter → the gradient of the image. */
export function depthwiseBackpropInput(
  heap: Heap,
  inputs: NamedTensorInfoMap,
  attributes: NamedAttrMap,
): TensorInfo | undefined {
  const { dy, filter } = inputs as Record<'dy' | 'filter', TensorInfo>;
  const attrs = attributes as unknown as DepthwiseConv2dNativeBackpropInputAttrs;
  if (!allFloats(dy, filter)) return undefined;
  return gradient(heap, 0, attrs.inputShape, filter.shape, attrs, filter, dy);
}

function gradient(
  heap: Heap,
  ofFilter: 0 | 1,
  imageShape: number[],
  filterShape: number[],
  attrs: Pick<DepthwiseConv2dNativeBackpropInputAttrs, 'strides' | 'dilations' | 'pad' | 'dimRoundingMode'>,
  other: TensorInfo,
  dy: TensorInfo,
): TensorInfo {
  const info = convolutionOf(imageShape, filterShape, attrs, attrs.dilations, true);
  const made = heap.zeros(ofFilter === 1 ? filterShape : imageShape);
  const addresses = [other, dy, made].map((each) => heap.address(each));
  heap.kernels.depthwiseGradient(ofFilter, info.batchSize, filterShape[3]!, ...geometry(info), ...addresses);
  return made;
}
