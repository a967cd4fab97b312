import { backend, type Tensor, type TensorInfo } from '@tensorflow/tfjs-core';

/** What the kernels use of tfjs's wasm backend. */
export interface WasmBackend {
  disposeData(dataId: object): boolean;
  readonly wasm: Emscripten;
  readonly dataIdMap: { get(dataId: object): { readonly memoryOffset: number | null } };
  incRef(dataId: object): void;
  makeOutput(shape: number[], dtype: 'float32' | 'int32'): TensorInfo;
}

interface Emscripten {
  _malloc(bytes: number): number;
  _free(address: number): void;
  /** The exports of tfjs's module, its memory among them. */
  readonly asm?: { readonly memory?: unknown };
  /** The memory of the threaded module, which imports it. */
  readonly wasmMemory?: unknown;
}

/** Whether this is tfjs's wasm backend, with a memory that can be found. */
export function isWasmBackend(backend: object): backend is WasmBackend {
  return (
    'wasm' in backend &&
    'dataIdMap' in backend &&
    'makeOutput' in backend &&
    heapMemory(backend.wasm) !== undefined
  );
}

/** The memory that tfjs's heap lies in. */
export function heapMemory(wasm: unknown): WebAssembly.Memory | undefined {
  if (typeof wasm !== 'object' || wasm === null) return undefined;
  const { asm, wasmMemory } = wasm as Partial<Emscripten>;
  return [asm?.memory, wasmMemory].find((memory) => memory instanceof WebAssembly.Memory);
}

/**
 * The numbers of a float32 tensor where they lie in the heap of the wasm backend in use, without a copy; they hold until
 * tfjs allocates again. Undefined on any other backend.
 */
export function viewInHeap(x: Tensor): Float32Array | undefined {
  const current: object = backend();
  if (x.dtype !== 'float32' || !isWasmBackend(current)) return undefined;
  const offset = current.dataIdMap.get(x.dataId).memoryOffset;
  return offset === null ? undefined : new Float32Array(heapMemory(current.wasm)!.buffer, offset, x.size);
}
