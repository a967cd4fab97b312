// Entry of a worker thread: trains and judges the arm it was given, and posts how far it is.

import { parentPort, workerData } from 'node:worker_threads';
import { InputError } from '@slipform/clip';
import { startBackend } from '../commands/start-backend';
import type { ArmJob, ArmOutcome, ArmProgress } from './arm';
import { trainArm } from './train-arm';

export type ArmMessage =
  | { readonly kind: 'progress'; readonly progress: ArmProgress }
  | { readonly kind: 'outcome'; readonly outcome: ArmOutcome }
  | { readonly kind: 'failure'; readonly text: string; readonly isMistake: boolean };

const job = workerData as ArmJob;
const post = (message: ArmMessage) => parentPort!.postMessage(message);

try {
  await startBackend(job.backend);
  post({ kind: 'outcome', outcome: await trainArm(job, (progress) => post({ kind: 'progress', progress })) });
} catch (error) {
  // An error that crosses threads loses its class, and one that nobody catches makes tfjs-wasm print its own source.
  const isMistake = InputError.isInstance(error);
  const text =
    error instanceof Error ? (isMistake ? error.message : (error.stack ?? error.message)) : String(error);
  post({ kind: 'failure', text, isMistake });
}
