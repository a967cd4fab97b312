import { useBackend } from '@slipform/clip';
import { useWasmKernels } from '@slipform/clip/wasm-kernels';

/**
 * Starts the backend; wasm with our kernels.
 *
 * @param fastest the fastest kernels that the runtime has, in place of those whose numbers are the same on every machine with SIMD
 */
export async function startBackend(
  name: string,
  { fastest = false }: { readonly fastest?: boolean } = {},
): Promise<void> {
  await useBackend(name);
  if (name === 'wasm') await useWasmKernels(fastest ? { experimental: true } : { relaxed: false });
}
