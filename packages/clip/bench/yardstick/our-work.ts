// Our side of a task, in Node and in a page alike, by the packages as they are built.
import { loadClip, useBackend } from '@slipform/clip';
import { useWasmKernels } from '@slipform/clip/wasm-kernels';
import { Batches } from './batches';
import { embedInTurns } from './embed-in-turns';
import type { Task } from './tasks';
import { trainInTurns } from './train-in-turns';
import type { TurnTaker } from './turn';

/** What one of our sides is started with. */
export interface WorkOrder {
  readonly kind: Task['kind'];
  /** The folder of write-task-folder.ts, or its URL. */
  readonly source: string;
  readonly workers: number;
  /** With our kernels, with tfjs's below our ops, or the step as anyone writes it first (in Node alone). */
  readonly way: 'kernels' | 'ops' | 'naive';
}

export interface StartedWork {
  /** Which kernels compute. */
  readonly kernels: string;
  readonly turns: TurnTaker;
}

/** Loads the task's model and batches, and begins; `option` is `workers` as this platform has it. */
export async function startWork(
  { kind, source, workers, way }: WorkOrder,
  bytesOf: (name: string) => Promise<ArrayBuffer>,
  option: number | object,
  onLoad = () => {},
): Promise<StartedWork> {
  await useBackend('wasm');
  const kernels = way === 'kernels' ? (await useWasmKernels()).variant : 'none';
  const model = await loadClip(source);
  const batches = await Batches.read(bytesOf);
  onLoad();
  const options: object = option === 0 ? {} : { workers: option };
  const turns =
    kind === 'train' ? trainInTurns(model, batches, options) : embedInTurns(model, batches, workers, options);
  return { kernels, turns };
}
