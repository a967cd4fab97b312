import {
  getKernel,
  type NamedAttrMap,
  type NamedTensorInfoMap,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import type { WasmBackend } from '../registry/wasm-backend';
import type { KernelExports } from './kernel-module';

/**
 * The kernels bound to one backend's heap: addresses of tensors, new tensors, and working memory. Addresses
 * stay what they are when the heap grows; views of it would not, so there are none.
 */
export class Heap {
  /** Working memory of `kernels.workBytes`. */
  readonly work: number;
  /** What has been made since `scoped` began. */
  private made: Set<TensorInfo> | undefined;

  constructor(
    private readonly backend: WasmBackend,
    readonly kernels: KernelExports,
  ) {
    this.work = this.allocate(Number(kernels.workBytes.value));
  }

  address(x: TensorInfo): number {
    return this.backend.dataIdMap.get(x.dataId).memoryOffset ?? 0;
  }

  output(shape: readonly number[], dtype: 'float32' | 'int32' = 'float32'): TensorInfo {
    const made = this.backend.makeOutput([...shape], dtype);
    if (this.address(made) === 0) throw outOfMemory(bytes(shape));
    this.made?.add(made);
    return made;
  }

  /** What `use` gives; whatever else it makes is freed, and everything where it fails. */
  scoped(use: () => TensorInfo[]): TensorInfo[] {
    const made = new Set<TensorInfo>();
    this.made = made;
    try {
      const kept = use();
      for (const x of kept) made.delete(x);
      return kept;
    } finally {
      this.made = undefined;
      for (const x of made) this.backend.disposeData(x.dataId);
    }
  }

  /** Frees what was made in this scope, before its end. */
  release(...tensors: readonly TensorInfo[]): void {
    for (const x of tensors) {
      this.made?.delete(x);
      this.backend.disposeData(x.dataId);
    }
  }

  /** A new tensor of zeros. */
  zeros(shape: readonly number[]): TensorInfo {
    const made = this.output(shape);
    this.kernels.clear(this.address(made), bytes(shape));
    return made;
  }

  /** Runs a kernel of the backend on a tensor that is of no use afterwards. */
  replace(x: TensorInfo, kernel: string, others: NamedTensorInfoMap, attrs: NamedAttrMap): TensorInfo {
    const backend: unknown = this.backend;
    const config = getKernel(kernel, 'wasm')!;
    const result = config.kernelFunc({ inputs: { x, ...others }, attrs, backend: backend as object });
    this.backend.disposeData(x.dataId);
    return result as TensorInfo;
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

const bytes = (shape: readonly number[]) => shape.reduce((a, b) => a * b, 4);

function outOfMemory(bytes: number): Error {
  return new Error(`The wasm backend's heap, which ends at 4 GiB, has no room for ${bytes} bytes more.`);
}
