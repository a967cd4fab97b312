// Entry of a worker thread: trains and judges the run that it is given, and sends how far it is.

import { serveLane } from '@slipform/kit/threads/serve-lane';
import type { Run } from '../run';
import { measureRun } from './measure-run';
import type { Measured, Phase } from './measured';
import { startBackend } from './start-backend';

export interface WorkerSetup {
  /** Folder for what runs share. */
  readonly work: string;
  readonly backend: string;
}

serveLane<WorkerSetup, Run, Measured, Phase>(({ work, backend }) => async (run, note) => {
  await startBackend(backend);
  return measureRun(run, work, note);
});
