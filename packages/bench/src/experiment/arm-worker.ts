// Entry of a worker thread: trains and judges the arm it was given, and posts how far it is.

import { parentPort, workerData } from 'node:worker_threads';
import { useBackend } from '@slipform/clip';
import type { ArmJob, ArmOutcome, ArmProgress } from './arm';
import { trainArm } from './train-arm';

export type ArmMessage =
  | { readonly kind: 'progress'; readonly progress: ArmProgress }
  | { readonly kind: 'outcome'; readonly outcome: ArmOutcome };

const job = workerData as ArmJob;
const post = (message: ArmMessage) => parentPort!.postMessage(message);

await useBackend(job.backend);
post({ kind: 'outcome', outcome: await trainArm(job, (progress) => post({ kind: 'progress', progress })) });
