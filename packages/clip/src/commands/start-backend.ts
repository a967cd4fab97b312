import { flagRow } from '@slipform/kit/options/command-rows';
import {
  anyOf,
  choice,
  described,
  flag,
  integer,
  type OptionsRead,
  optional,
} from '@slipform/kit/options/options';
import { useWasmKernels } from '@slipform/tfjs-kernels';
import { backendsOf } from '../backend/backends';
import { useBackend } from '../backend/use-backend';

/** Where a command computes. */
export const backendRows = {
  backend: described('where tfjs computes', optional(choice(backendsOf('node')), 'wasm')),
  /** False with `--no-kernels`: tfjs's own kernels on wasm. */
  kernels: described('on wasm, tfjs’s own kernels in place of ours', optional(flag(), true)),
  /** See useWasmKernels. */
  experimental: flagRow('on wasm, faster kernels by what V8 calls experimental'),
};

/** How a command embeds. */
export const embedderRows = {
  batchSize: described('inputs embedded at a time', optional(integer({ min: 1 }), 64)),
  ...backendRows,
  workers: described(
    'threads that compute, on wasm and cpu; 0: one alone; auto: one for each core, where the work makes up for their start',
    optional(anyOf(integer({ min: 0, max: 1024 }), choice(['auto'])), 'auto'),
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
