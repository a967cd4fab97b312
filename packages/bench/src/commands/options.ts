import { flagRow, row } from '@slipform/kit/options/command-rows';
import { anyOf, choice, integer } from '@slipform/kit/options/options';
import { printableLines } from '@slipform/kit/text/printable';
import { importClip } from '../encoders/import-peer';

/** Names of clip's backends, which help shows without loading clip. */
export const BACKENDS = ['cpu', 'wasm', 'webgl', 'webgpu', 'node', 'node-gpu'];

export const backendRow = row('tfjs backend', choice(BACKENDS), 'wasm');
// Workers of @slipform/clip, which looks at the number itself.
export const workersRow = row(
  'threads that embed, on wasm and cpu; 0: one alone; auto: one for each core, once the work makes up for their start',
  anyOf(integer({ min: 0 }), choice(['auto'])),
  'auto',
);
export const seedRow = row('seed of everything random', integer({ min: 0 }), 0);
export const forceRow = flagRow('overwrite an existing output');

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

/** Prints a value as JSON; control characters of texts are escaped, which JSON.stringify does for some of them only. */
export function writeJson(value: unknown): void {
  process.stdout.write(`${printableLines(JSON.stringify(value, null, 2))}\n`);
}
