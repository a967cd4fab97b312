import { type NamedAttrMap, type NamedTensorInfoMap, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { Heap } from '../heap';

/** tf.sum over the first axes, such as the gradient of a bias; any other is left to tfjs, which transposes first. */
export function sum(
  heap: Heap,
  { x }: NamedTensorInfoMap,
  { axis, keepDims }: NamedAttrMap,
): TensorInfo | undefined {
  return overFirstAxes(heap, x!, axis as number | number[], keepDims === true)?.total;
}

/** tf.mean over the first axes, such as the mean of a batch normalization. */
export function mean(
  heap: Heap,
  { x }: NamedTensorInfoMap,
  { axis, keepDims }: NamedAttrMap,
): TensorInfo | undefined {
  const found = overFirstAxes(heap, x!, axis as number | number[], keepDims === true);
  if (found === undefined) return undefined;
  const { total, rows, columns } = found;
  heap.kernels.scale(columns, 1 / rows, heap.address(total));
  return total;
}

function overFirstAxes(heap: Heap, x: TensorInfo, axis: number | number[] | undefined, keepDims: boolean) {
  const axes = util.parseAxisParam(axis ?? [], x.shape).sort((a, b) => a - b);
  const { length } = axes;
  const rest = x.shape.slice(length);
  const columns = util.sizeFromShape(rest);
  const rows = util.sizeFromShape(x.shape) / columns;
  const areFirst = axes.every((each, i) => each === i) && length > 0 && length < x.shape.length;
  if (x.dtype !== 'float32' || !areFirst || !(rows > 0)) return undefined;
  const total = heap.output(keepDims ? [...Array<number>(length).fill(1), ...rest] : rest);
  heap.kernels.columnSum(rows, columns, heap.address(x), 4 * columns, heap.address(total));
  return { total, rows, columns };
}
