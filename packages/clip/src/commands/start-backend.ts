import { flagRow, row } from '@slipform/kit/options/command-rows';
import { anyOf, choice, flag, integer, type OptionsRead } from '@slipform/kit/options/options';
import { useWasmKernels } from '@slipform/tfjs-kernels';
import { backendsOf } from '../backend/backends';
import { useBackend } from '../backend/use-backend';

/** Where a command computes. */
export const backendRows = {
  backend: row('where tfjs computes', choice(backendsOf('node')), 'wasm'),
  /** False with `--no-kernels`: tfjs's own kernels on wasm. */
  kernels: row('on wasm, tfjs’s own kernels in place of ours', flag(), true),
  /** See useWasmKernels. */
  experimental: flagRow('on wasm, faster kernels by what V8 calls experimental'),
};

/** How a command embeds. */
export const embedderRows = {
  batchSize: row('inputs embedded at a time', integer({ min: 1 }), 64),
  ...backendRows,
  workers: row(
    'threads that compute, on wasm and cpu; 0: one alone; auto: one for each core, where the work makes up for their start',
    anyOf(integer({ min: 0, max: 1024 }), choice(['auto'])),
    'auto',
  ),
};

/** Starts the backend that a command was asked for, with our kernels where it is wasm. */
export async function startBackend({
  backend,
  kernels,
  experimental,
}: OptionsRead<typeof backendRows>): Promise<void> {
  await useBackend(backend);
  if (backend === 'wasm' && kernels) await useWasmKernels({ experimental });
}
