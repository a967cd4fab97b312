import { useBackend } from '@slipform/clip';
import { useWasmKernels } from '@slipform/clip/wasm-kernels';

/**
 * Starts the backend; wasm with our kernels, in the variant whose numbers are the same on every machine that has SIMD, or
 * in the fastest that there is.
 */
export async function startBackend(name: string, { fastest = false } = {}): Promise<void> {
  await useBackend(name);
  if (name === 'wasm') await useWasmKernels(fastest ? { experimental: true } : { relaxed: false });
}
