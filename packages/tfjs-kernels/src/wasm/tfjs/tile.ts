import { type NamedAttrMap, type NamedTensorInfoMap, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { Heap } from '../heap';

/** tf.tile of a row that is repeated as a whole, as the gradient of a batch normalization does; else undefined. */
export function tile(heap: Heap, { x }: NamedTensorInfoMap, { reps }: NamedAttrMap): TensorInfo | undefined {
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
