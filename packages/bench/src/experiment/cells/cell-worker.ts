// Entry of a worker thread: trains and judges the cell that it was given, and posts how far it is.

import { parentPort, workerData } from 'node:worker_threads';
import { InputError, useBackend } from '@slipform/clip';
import type { Cell, Measurement } from './cell';
import { trainCell } from './train-cell';

export interface CellJob {
  readonly cell: Cell;
  /** Folder for pretrained models. */
  readonly work: string;
  readonly backend: string;
}

export type CellMessage =
  | { readonly kind: 'progress'; readonly phase: string; readonly share: number }
  | { readonly kind: 'measured'; readonly measurements: readonly Measurement[] }
  | { readonly kind: 'failure'; readonly text: string; readonly isMistake: boolean };

const { cell, work, backend } = workerData as CellJob;
const post = (message: CellMessage) => parentPort!.postMessage(message);

try {
  await useBackend(backend);
  const measurements = await trainCell(cell, work, (phase, share) =>
    post({ kind: 'progress', phase, share }),
  );
  post({ kind: 'measured', measurements });
} catch (error) {
  // An error that crosses threads loses its class, and one that nobody catches makes tfjs-wasm print its own source.
  const isMistake = InputError.isInstance(error);
  const text =
    error instanceof Error ? (isMistake ? error.message : (error.stack ?? error.message)) : String(error);
  post({ kind: 'failure', text, isMistake });
}
