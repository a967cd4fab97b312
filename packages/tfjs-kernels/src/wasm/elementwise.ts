import { type NamedAttrMap, type NamedTensorInfoMap, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { Heap } from './heap';

/** x·σ(x·(a + b·x²)), for input x and attributes a and b. */
export function gated(heap: Heap, inputs: NamedTensorInfoMap, { a, b }: NamedAttrMap): TensorInfo {
  const x = inputs.x!;
  const y = heap.output(x.shape);
  heap.kernels.gated(util.sizeFromShape(x.shape), Number(a), Number(b), heap.address(x), heap.address(y));
  return y;
}

/** Inputs x and dy → dx. */
export function gatedGradient(heap: Heap, inputs: NamedTensorInfoMap, { a, b }: NamedAttrMap): TensorInfo {
  const { x, dy } = inputs as Record<'x' | 'dy', TensorInfo>;
  const dx = heap.output(x.shape);
  const addresses = [x, dy, dx].map((each) => heap.address(each));
  heap.kernels.gatedGradient(util.sizeFromShape(x.shape), Number(a), Number(b), ...addresses);
  return dx;
}

/** x·Φ(x), for input x. */
export function gelu(heap: Heap, inputs: NamedTensorInfoMap): TensorInfo {
  const x = inputs.x!;
  const y = heap.output(x.shape);
  heap.kernels.gelu(util.sizeFromShape(x.shape), heap.address(x), heap.address(y));
  return y;
}

/** Inputs x and dy → dx. */
export function geluGradient(heap: Heap, inputs: NamedTensorInfoMap): TensorInfo {
  const { x, dy } = inputs as Record<'x' | 'dy', TensorInfo>;
  const dx = heap.output(x.shape);
  heap.kernels.geluGradient(util.sizeFromShape(x.shape), ...[x, dy, dx].map((each) => heap.address(each)));
  return dx;
}

/** Input x [rows, columns] → its sums over rows, [columns]. */
export function columnSum(heap: Heap, inputs: NamedTensorInfoMap): TensorInfo {
  const x = inputs.x!;
  const [rows, columns] = x.shape as [number, number];
  const y = heap.output([columns]);
  heap.kernels.columnSum(rows, columns, heap.address(x), 4 * columns, heap.address(y));
  return y;
}
