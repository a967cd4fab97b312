import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { KernelExports } from './kernel-module';

/** What the kernels use of tfjs's wasm backend. */
export interface WasmBackend {
  readonly wasm: Emscripten;
  readonly dataIdMap: { get(dataId: object): { readonly memoryOffset: number | null } };
  incRef(dataId: object): void;
  makeOutput(shape: number[], dtype: 'float32'): TensorInfo;
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
 * The kernels bound to one backend's heap: addresses of tensors, new tensors, and working memory. Addresses
 * stay what they are when the heap grows; views of it would not, so there are none.
 */
export class Heap {
  /** Working memory of `kernels.workBytes`. */
  readonly work: number;

  constructor(
    private readonly backend: WasmBackend,
    readonly kernels: KernelExports,
  ) {
    this.work = this.allocate(Number(kernels.workBytes.value));
  }

  address(x: TensorInfo): number {
    return this.backend.dataIdMap.get(x.dataId).memoryOffset ?? 0;
  }

  output(shape: readonly number[]): TensorInfo {
    const made = this.backend.makeOutput([...shape], 'float32');
    if (this.address(made) === 0) throw outOfMemory(shape.reduce((a, b) => a * b, 4));
    return made;
  }

  /** Another tensor with the same numbers. */
  reference({ dataId, shape, dtype }: TensorInfo): TensorInfo {
    this.backend.incRef(dataId);
    return { dataId, shape, dtype };
  }

  /** Runs `use` with some more working memory. */
  withScratch(bytes: number, use: (address: number) => void): void {
    const address = this.allocate(bytes);
    try {
      use(address);
    } finally {
      this.backend.wasm._free(address);
    }
  }

  free(): void {
    this.backend.wasm?._free(this.work);
  }

  private allocate(bytes: number): number {
    const address = this.backend.wasm._malloc(bytes) >>> 0;
    if (address === 0) throw outOfMemory(bytes);
    return address;
  }
}

function outOfMemory(bytes: number): Error {
  return new Error(`The wasm backend's heap, which ends at 4 GiB, has no room for ${bytes} bytes more.`);
}
