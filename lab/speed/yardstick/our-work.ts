// Our side of a task, in Node and in a page alike, by the packages as they are built.
import { loadClip, type TrainOptions, useBackend } from '@slipform/clip';
import { useWasmKernels } from '@slipform/clip/wasm-kernels';
import { Batches } from './batches';
import { embedInTurns } from './embed-in-turns';
import type { Task } from './tasks';
import { trainInTurns } from './train-in-turns';
import type { TurnTaker } from './turn';

/**
 * With our kernels, with those that V8 has behind a flag, with tfjs's below our ops, or the step as anyone writes it
 * first; a page takes the first alone.
 */
export type Way = 'kernels' | 'experimental' | 'ops' | 'naive';

/** What one of our sides is started with. */
export interface WorkOrder {
  readonly kind: Task['kind'];
  /** The folder of write-task-folder.ts, or its URL. */
  readonly source: string;
  readonly workers: number;
  readonly way: Way;
  /** `wasm` by default. */
  readonly backend?: string;
}

export interface StartedWork {
  /** Which kernels compute. */
  readonly kernels: string;
  readonly turns: TurnTaker;
}

const noKernels = { variant: 'none', wide: false };

/** Loads the task's model and batches, and begins; `option` is `workers` as this platform has it. */
export async function startWork(
  { kind, source, way, backend = 'wasm' }: WorkOrder,
  bytesOf: (name: string) => Promise<ArrayBuffer>,
  option: NonNullable<TrainOptions['workers']>,
  onLoad = () => {},
): Promise<StartedWork> {
  await useBackend(backend);
  const { variant, wide } =
    way === 'ops' ? noKernels : await useWasmKernels({ experimental: way === 'experimental' });
  const model = await loadClip(source);
  const batches = await Batches.read(bytesOf);
  onLoad();
  const options = { workers: option };
  const turns =
    kind === 'train' ? trainInTurns(model, batches, options) : embedInTurns(model, batches, options);
  return { kernels: wide ? `${variant}, wide` : variant, turns };
}
