import { Worker } from 'node:worker_threads';
import { InputError } from '@slipform/clip';
import type { ArmJob, ArmOutcome, ArmProgress } from './arm';
import type { ArmMessage } from './arm-worker';

export interface RunArmsOptions {
  /** How many arms run side by side. */
  readonly threads: number;
  readonly onProgress: (index: number, progress: ArmProgress) => void;
  /** Called at the end of each arm with the number of arms that are done. */
  readonly onFinished: (count: number) => void;
  readonly signal: AbortSignal;
}

/** Runs every job in a worker thread of its own, `threads` at a time. The first failure, or the signal, stops all. */
export async function runArms(jobs: readonly ArmJob[], options: RunArmsOptions): Promise<ArmOutcome[]> {
  const { threads, onProgress, onFinished, signal } = options;
  const outcomes: ArmOutcome[] = [];
  const failed = new AbortController();
  const stop = AbortSignal.any([signal, failed.signal]);
  let next = 0;
  let finished = 0;
  const lane = async () => {
    while (next < jobs.length) {
      const index = next++;
      outcomes[index] = await runArm(jobs[index]!, (progress) => onProgress(index, progress), stop);
      onFinished(++finished);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(threads, jobs.length) }, lane));
  } catch (error) {
    failed.abort(error);
    throw error;
  }
  return outcomes;
}

function runArm(
  job: ArmJob,
  onProgress: (progress: ArmProgress) => void,
  stop: AbortSignal,
): Promise<ArmOutcome> {
  return new Promise((resolve, reject) => {
    stop.throwIfAborted();
    const worker = new Worker(new URL('./arm-worker.js', import.meta.url), { workerData: job });
    const abort = () => {
      reject(stop.reason);
      void worker.terminate();
    };
    stop.addEventListener('abort', abort, { once: true });
    worker.on('message', (message: ArmMessage) => {
      if (message.kind === 'progress') onProgress(message.progress);
      else if (message.kind === 'outcome') resolve(message.outcome);
      else reject(message.isMistake ? new InputError(message.text) : new Error(message.text));
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      stop.removeEventListener('abort', abort);
      reject(new Error(`the worker that trains ${job.model} stopped with code ${code}`));
    });
  });
}
