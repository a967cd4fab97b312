// Entry of a worker thread: measures the cell that it was given, and posts how far it is.

import { parentPort, workerData } from 'node:worker_threads';
import { InputError } from '@slipform/clip';
import { startBackend } from '../../commands/start-backend';
import type { Cell, Measurement } from './cell';
import { measureCell } from './measure-cell';

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
  await startBackend(backend);
  const measurements = await measureCell(cell, work, (phase, share) =>
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
