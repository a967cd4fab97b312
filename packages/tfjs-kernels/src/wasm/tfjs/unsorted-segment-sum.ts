import { type NamedAttrMap, type NamedTensorInfoMap, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { Heap } from '../heap';

/** tf.unsortedSegmentSum, the gradient of tf.gather. As on other backends, a row whose id is out of range is left out. */
export function unsortedSegmentSum(
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
