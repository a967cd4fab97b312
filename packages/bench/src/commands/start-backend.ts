import { importClip } from '../encoders/import-clip';

/**
 * Starts the backend that a command computes on; wasm with our kernels, in the variant whose numbers are the same on
 * every machine that has SIMD.
 *
 * @throws InputError if @slipform/clip, an optional peer, or the backend is not installed
 */
export async function startBackend(name: string): Promise<void> {
  const { useBackend } = await importClip('--backend');
  await useBackend(name);
  if (name !== 'wasm') return;
  const { useWasmKernels } = await import('@slipform/clip/wasm-kernels');
  await useWasmKernels({ relaxed: false });
}
