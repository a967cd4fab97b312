import { useBackend } from '@slipform/clip';
import { useWasmKernels } from '@slipform/clip/wasm-kernels';

/** Starts the backend; wasm with the fastest kernels that the runtime has, since studies rest on many seeds, not on bits. */
export async function startBackend(name: string): Promise<void> {
  await useBackend(name);
  if (name === 'wasm') await useWasmKernels({ experimental: true });
}
