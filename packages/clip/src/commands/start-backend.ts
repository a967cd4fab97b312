import { flagRow, row } from '@slipform/kit/options/command-rows';
import { anyOf, choice, flag, integer, type OptionsRead } from '@slipform/kit/options/options';
import { useWasmKernels } from '@slipform/tfjs-kernels';
import { type BackendName, backendsOf } from '../backend/backends';
import { type BackendMeasure, chooseBackend } from '../backend/choose-backend';
import { useBackend } from '../backend/use-backend';

/** Where a command computes. */
export const backendRows = {
  backend: row('where tfjs computes', choice([...backendsOf('node'), 'auto']), 'wasm'),
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

/**
 * Starts the backend that a command was asked for, with our kernels where it is wasm. With `auto` it says on stderr which
 * one it took and what the others would need.
 *
 * @returns its name
 */
export async function startBackend({
  backend,
  kernels,
  experimental,
}: OptionsRead<typeof backendRows>): Promise<BackendName> {
  const start = async (name: BackendName) => {
    await useBackend(name);
    if (name === 'wasm' && kernels) await useWasmKernels({ experimental });
  };
  if (backend !== 'auto') {
    await start(backend);
    return backend;
  }
  const measures = await chooseBackend({ start });
  process.stderr.write(`slipform-clip: ${choiceLine(measures)}\n`);
  return measures[0].backend;
}

/** "computing on webgpu (31 ms a batch; wasm 95 ms)", or without times where there was no choice. */
export function choiceLine([{ backend, milliseconds }, ...others]: readonly [
  BackendMeasure,
  ...BackendMeasure[],
]): string {
  if (milliseconds === undefined) return `computing on ${backend}, the only backend that starts here.`;
  const times = others.flatMap(({ backend: other, milliseconds: time }) =>
    time === undefined ? [] : [`${other} ${time.toFixed(0)} ms`],
  );
  return `computing on ${backend}: ${milliseconds.toFixed(0)} ms for a batch, ${times.join(', ')}.`;
}
