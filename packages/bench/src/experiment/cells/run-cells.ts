import { Worker } from 'node:worker_threads';
import { InputError } from '@slipform/clip';
import { type Cell, cellKey, type Measurement } from './cell';
import type { CellTable } from './cell-table';
import type { CellJob, CellMessage } from './cell-worker';

export interface RunCellsOptions {
  readonly table: CellTable;
  /** Folder for pretrained models, which cells of one seed share. */
  readonly work: string;
  readonly backend: string;
  /** How many cells run side by side. */
  readonly threads: number;
  readonly signal: AbortSignal;
  readonly onProgress: (cell: Cell, phase: string, share: number) => void;
  readonly onMeasured: (cell: Cell) => void;
}

/**
 * Runs the cells that the table lacks, each in a worker thread of its own, and appends each as it ends. Cells that would
 * pretrain the same model don't start side by side: the second waits, and finds it there.
 */
export async function runCells(cells: readonly Cell[], options: RunCellsOptions): Promise<void> {
  const { table, threads, signal } = options;
  const waiting = cells.filter((cell) => !table.has(cell));
  const pretraining = new Set<string>();
  const pretrained = new Set<string>();
  const failed = new AbortController();
  const stop = AbortSignal.any([signal, failed.signal]);
  let writing: Promise<void> = Promise.resolve();

  const takeNext = (): Cell | undefined => {
    const ready = waiting.findIndex((cell) => !pretraining.has(modelOf(cell)));
    return waiting.splice(Math.max(ready, 0), 1)[0];
  };
  const lane = async () => {
    for (let cell = takeNext(); cell !== undefined; cell = takeNext()) {
      const own = cell;
      const model = modelOf(own);
      if (!pretrained.has(model)) pretraining.add(model);
      const measurements = await runCell(own, options, stop, (phase) => {
        if (phase === 'pretraining') return;
        pretraining.delete(model);
        pretrained.add(model);
      });
      writing = writing.then(() => table.append({ arm: own.arm, seed: own.seed, measurements }));
      await writing;
      options.onMeasured(own);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(threads, waiting.length) }, lane));
  } catch (error) {
    failed.abort(error);
    throw error;
  }
}

function modelOf({ pretraining, seed }: Cell): string {
  return `${JSON.stringify(pretraining)} ${seed}`;
}

function runCell(
  cell: Cell,
  { work, backend, onProgress }: RunCellsOptions,
  stop: AbortSignal,
  onPhase: (phase: string) => void,
): Promise<readonly Measurement[]> {
  return new Promise((resolve, reject) => {
    stop.throwIfAborted();
    const job: CellJob = { cell, work, backend };
    const worker = new Worker(new URL('./cell-worker.js', import.meta.url), { workerData: job });
    const abort = () => {
      reject(stop.reason);
      void worker.terminate();
    };
    stop.addEventListener('abort', abort, { once: true });
    worker.on('message', (message: CellMessage) => {
      if (message.kind === 'progress') {
        onPhase(message.phase);
        onProgress(cell, message.phase, message.share);
      } else if (message.kind === 'measured') resolve(message.measurements);
      else reject(message.isMistake ? new InputError(message.text) : new Error(message.text));
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      stop.removeEventListener('abort', abort);
      reject(new Error(`the worker that trains ${cellKey(cell)} stopped with code ${code}`));
    });
  });
}
