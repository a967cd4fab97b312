import { backend } from '@tensorflow/tfjs-core';

/** What computes. */
export interface Adapter {
  readonly vendor: string;
  readonly architecture: string;
  readonly device: string;
  /** With the driver's name and version, where WebGPU gives them. */
  readonly description: string;
  /** Whether it is a processor that acts as a GPU. */
  readonly software: boolean;
  /** The largest tensor in MB. */
  readonly largestTensor: number;
}

/** WebGPU as far as it is used here. */
interface Gpu {
  requestAdapter(
    options: object,
  ): Promise<{ readonly info: Readonly<Record<string, string | boolean>> } | null>;
}

interface DeviceBackend {
  readonly device: { readonly limits: { readonly maxStorageBufferBindingSize: number } };
}

/** The adapter that tfjs's webgpu backend has chosen; undefined on another backend. */
export async function findAdapter(): Promise<Adapter | undefined> {
  const used: object = backend();
  if (!('device' in used)) return undefined;
  const { device } = used as DeviceBackend;
  const { gpu } = navigator as unknown as { gpu: Gpu };
  // As tfjs asks for it.
  const info = (await gpu.requestAdapter({ powerPreference: 'high-performance' }))?.info ?? {};
  const text = (name: string) => String(info[name] ?? '') || 'unknown';
  return {
    vendor: text('vendor'),
    architecture: text('architecture'),
    device: text('device'),
    description: text('description'),
    software: info.isFallbackAdapter === true || info.architecture === 'software',
    largestTensor: device.limits.maxStorageBufferBindingSize / 2 ** 20,
  };
}
