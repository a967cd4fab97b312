import type { NamedAttrMap, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { Heap } from './heap';

/** Inputs x [rows, width], gamma and beta [width] → y, and [rows, 2] of each row's mean and 1/√(variance + ε). */
export function layerNorm(heap: Heap, inputs: NamedTensorInfoMap, attributes: NamedAttrMap): TensorInfo[] {
  const { x, gamma, beta } = inputs as Record<'x' | 'gamma' | 'beta', TensorInfo>;
  const [rows, width] = x.shape as [number, number];
  const y = heap.output(x.shape);
  const stats = heap.output([rows, 2]);
  heap.kernels.layerNorm(
    rows,
    width,
    heap.address(x),
    heap.address(gamma),
    heap.address(beta),
    Number(attributes.epsilon),
    heap.address(y),
    heap.address(stats),
  );
  return [y, stats];
}

/** Inputs x, gamma, stats, dy and, or not, base [rows, width] → base + dx, dγ, dβ. */
export function layerNormGradient(heap: Heap, inputs: NamedTensorInfoMap): TensorInfo[] {
  const { x, gamma, stats, dy } = inputs as Record<'x' | 'gamma' | 'stats' | 'dy', TensorInfo>;
  const [rows, width] = x.shape as [number, number];
  const gradients = [x.shape, [width], [width]].map((shape) => heap.output(shape));
  heap.kernels.layerNormGradient(
    rows,
    width,
    ...[x, gamma, stats, dy, ...gradients].map((each) => heap.address(each)),
    inputs.base === undefined ? 0 : heap.address(inputs.base),
  );
  return gradients;
}
