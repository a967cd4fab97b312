import { viewInHeap } from '@slipform/tfjs-kernels/registry';
import type { Tensor } from '@tensorflow/tfjs-core';

/** Copies a tensor's numbers; on wasm straight out of the heap, where `dataSync` would make an array for each tensor. */
export function copyValues(x: Tensor, into: Float32Array): void {
  into.set(viewInHeap(x) ?? (x.dataSync() as Float32Array));
}
