import { backend, type Tensor } from '@tensorflow/tfjs-core';
import { heapMemory, isWasmBackend } from '../wasm-kernels/heap';

/** Copies a tensor's numbers; on wasm straight out of the heap, where `dataSync` would make an array for each tensor. */
export function copyValues(x: Tensor, into: Float32Array): void {
  const current: object = backend();
  const memory = isWasmBackend(current) ? heapMemory(current.wasm) : undefined;
  const offset = isWasmBackend(current) ? current.dataIdMap.get(x.dataId).memoryOffset : null;
  if (memory === undefined || offset === null) into.set(x.dataSync() as Float32Array);
  else into.set(new Float32Array(memory.buffer, offset, x.size));
}
