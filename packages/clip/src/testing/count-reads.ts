import { backend, type DataId, type KernelBackend } from '@tensorflow/tfjs-core';

/** What has been read back from a GPU. */
export interface Reads {
  /** Readings that wait for nothing until their values are awaited. */
  later: number;
  /** Readings at once: the GPU is waited for, and has nothing to do after. */
  atOnce: number;
  /** Numbers that were read. */
  numbers: number;
  stop(): void;
}

/** Where webgl and webgpu keep what they know of a tensor; `values` are those that lie in JavaScript's memory. */
interface DeviceBackend extends KernelBackend {
  readonly texData?: Map<object, { values: unknown; shape: number[] }>;
  readonly tensorMap?: Map<object, { values: unknown; shape: number[] }>;
}

/** Counts what is read from the GPU of the backend in use until `stop()`; values that never left this process are not counted. */
export function countReads(): Reads {
  const gpu = backend() as DeviceBackend;
  const { read, readSync } = gpu;
  let depth = 0;
  const counted = <T>(kind: 'later' | 'atOnce', id: DataId, action: (id: DataId) => T): T => {
    const data = (gpu.tensorMap ?? gpu.texData)!.get(id)!;
    if (depth === 0 && data.values == null) {
      reads[kind]++;
      reads.numbers += data.shape.reduce((a, b) => a * b, 1);
    }
    // webgl calls itself for the parts of a tensor.
    depth++;
    try {
      return action.call(gpu, id);
    } finally {
      depth--;
    }
  };
  gpu.read = (id: DataId) => counted('later', id, read);
  gpu.readSync = (id: DataId) => counted('atOnce', id, readSync);
  const reads: Reads = {
    later: 0,
    atOnce: 0,
    numbers: 0,
    stop: () => Object.assign(gpu, { read, readSync }),
  };
  return reads;
}
