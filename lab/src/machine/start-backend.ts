import { useBackend } from '@slipform/clip';
import { useWasmKernels, type WasmKernelOptions } from '@slipform/clip/wasm-kernels';

/** How fast wasm may be at the price of other last digits on other machines. */
export interface Haste {
  /** The fastest kernels that the runtime has, in place of those whose numbers are the same on every machine with SIMD. */
  readonly fastest: boolean;
  /**
   * No other thread starts a backend at the same time. Only then V8 may be asked for more by its flags: they are the
   * process's, and a thread that takes them back while another compiles leaves that one with slow kernels.
   */
  readonly alone: boolean;
}

/** Starts the backend; wasm with our kernels. */
export async function startBackend(name: string, { fastest, alone }: Partial<Haste> = {}): Promise<void> {
  await useBackend(name);
  const options: WasmKernelOptions = fastest ? { experimental: alone === true } : { relaxed: false };
  if (name === 'wasm') await useWasmKernels(options);
}
