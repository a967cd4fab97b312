import { type NamedAttrMap, slice_util, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { Heap } from './heap';

/**
 * tf.clone without a copy: a second reference to the same numbers, as tfjs's reshape gives. No kernel writes to
 * a tensor in place, so the copy that the backend makes (of each tensor that a gradient saves) is of no use.
 */
export function identity(heap: Heap, { x }: { readonly x: TensorInfo }): TensorInfo | undefined {
  return x.dtype === 'string' ? undefined : heap.reference(x);
}

/**
 * tf.slice of numbers that lie together, as one copy within the heap; undefined for any other. tfjs copies all
 * of the tensor out of the heap first, and then the part back in.
 */
export function slice(
  heap: Heap,
  { x }: { readonly x: TensorInfo },
  { begin, size }: NamedAttrMap,
): TensorInfo | undefined {
  if (x.dtype !== 'float32') return undefined;
  const [start, shape] = slice_util.parseSliceParams(
    x,
    begin as number | number[],
    size as number | number[],
  ) as [number[], number[]];
  if (!slice_util.isSliceContinous(x.shape, start, shape)) return undefined;
  const offset = slice_util.computeFlatOffset(start, util.computeStrides(x.shape));
  const out = heap.output(shape);
  heap.kernels.copy(heap.address(x) + 4 * offset, heap.address(out), 4 * util.sizeFromShape(shape));
  return out;
}
