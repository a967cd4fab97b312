import { parseArgs } from 'node:util';
import { InputError } from '@slipform/kit/errors/input-error';
import { backendsOf } from '../../../packages/clip/src/backend/backends';

export interface GpuOptions {
  readonly backend: string;
  /** The card's peak in TFLOP/s, as its maker gives it; without it the best product of matrices is the measure. */
  readonly peak: number | undefined;
  readonly quick: boolean;
  readonly json: string | undefined;
  /** Also prints what a step asks of the GPU, by tfjs's programs. */
  readonly dispatches: boolean;
}

const usage = `npm run bench:gpu -w @slipform/clip -- [options]

  --backend NAME    ${backendsOf('node').join(', ')}; default: webgpu
  --peak TFLOPS     the card's peak in float32, as its maker gives it; default: the best product of matrices here
  --quick           small batches, one round: whether all of it works, for software Vulkan or wasm
  --dispatches      what a step asks of the GPU, by the names of tfjs's programs
  --json FILE       the figures of each round`;

/** @throws {InputError} for an option that is unknown or out of its range */
export function readOptions(args: readonly string[]): GpuOptions {
  const { values } = parse(args);
  const places = backendsOf('node');
  if (!places.some((name) => name === values.backend)) {
    throw new InputError(
      `--backend must be one of ${places.join(', ')}, got ${JSON.stringify(values.backend)}.`,
    );
  }
  const peak = values.peak === undefined ? undefined : Number(values.peak);
  if (peak !== undefined && !(peak > 0 && Number.isFinite(peak))) {
    throw new InputError(`--peak must be a number of TFLOP/s above 0, got ${JSON.stringify(values.peak)}.`);
  }
  return { ...values, peak, json: values.json };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        backend: { type: 'string', default: 'webgpu' },
        peak: { type: 'string' },
        quick: { type: 'boolean', default: false },
        dispatches: { type: 'boolean', default: false },
        json: { type: 'string' },
      },
    });
  } catch (error) {
    throw new InputError(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}
