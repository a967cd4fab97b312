import { useBackend } from '@slipform/clip';
import { useWasmKernels } from '@slipform/clip/wasm-kernels';

/** Starts the backend; wasm with our kernels, in the variant whose numbers are the same on every machine that has SIMD. */
export async function startBackend(name: string): Promise<void> {
  await useBackend(name);
  if (name === 'wasm') await useWasmKernels({ relaxed: false });
}
