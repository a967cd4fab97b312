import { existsSync } from 'node:fs';
import { runInThread } from '@slipform/kit/threads/lanes';
import type { Run } from '../run';
import { writeAnswers } from './answers-file';
import type { Measured, Phase } from './measured';
import { preparedFolder } from './prepare';
import { startFolder } from './pretrain';
import type { Origin, ResultFile } from './result-file';
import type { WorkerSetup } from './worker';

export interface RunAllOptions {
  readonly file: ResultFile;
  /** Folder for answers, and for what runs share. */
  readonly folder: string;
  readonly backend: string;
  /** How many runs work side by side. */
  readonly workers: number;
  readonly origin: Origin;
  readonly signal: AbortSignal;
  readonly onPhase: (run: Run, phase: Phase) => void;
  readonly onMeasured: (run: Run) => void;
}

const WORKER = new URL('./worker.js', import.meta.url);

/**
 * Measures runs, each in a thread of its own, and appends the rows of each as it ends. Runs that would prepare the same
 * pictures don't do so side by side: the second waits, and finds them there.
 */
export async function runAll(runs: readonly Run[], options: RunAllOptions): Promise<void> {
  const { file, folder, backend, workers, origin, signal } = options;
  const setup: WorkerSetup = { work: folder, backend };
  const waiting = [...runs];
  const lanes = Math.min(workers, runs.length);
  /** Folders that a run is making, and what tells when they are there. */
  const making = new Map<string, Promise<void>>();
  const failed = new AbortController();
  const stop = AbortSignal.any([signal, failed.signal]);
  let writing: Promise<void> = Promise.resolve();

  /** A run whose folder nobody else is making. It is noted as being made at once, before another lane can look. */
  const takeNext = async (): Promise<{ readonly run: Run; readonly made: () => void } | undefined> => {
    while (waiting.length > 0) {
      const ready = waiting.findIndex((run) => !making.has(preparedFolder(folder, run)));
      if (ready >= 0) {
        const [run] = waiting.splice(ready, 1);
        return { run: run!, made: startMaking(run!) };
      }
      await Promise.race(making.values());
    }
    return undefined;
  };
  /** Notes a folder that is not there as being made, until the function that it returns is called. */
  const startMaking = (run: Run) => {
    let made = () => {};
    const shared = preparedFolder(folder, run);
    if (existsSync(startFolder(folder, run) ?? shared)) return made;
    const promise = new Promise<void>((resolve) => {
      made = () => {
        making.delete(shared);
        resolve();
      };
    });
    making.set(shared, promise);
    return made;
  };
  const measure = async (run: Run, made: () => void) => {
    const onNote = (phase: Phase) => {
      if (phase.phase !== 'preparing') made();
      options.onPhase(run, phase);
    };
    try {
      const startedAt = new Date().toISOString();
      const before = process.cpuUsage();
      const measured = await runInThread<Run, Measured, Phase>(WORKER, run, { setup, stop, onNote });
      const { user, system } = process.cpuUsage(before);
      const processorSeconds = lanes === 1 ? Math.round((user + system) / 1e5) / 10 : null;
      await writeAnswers(folder, run, measured);
      writing = writing.then(() =>
        file.append(run, measured.rows, { ...origin, startedAt, processorSeconds }),
      );
      await writing;
      options.onMeasured(run);
    } finally {
      made();
    }
  };
  const lane = async () => {
    for (let next = await takeNext(); next !== undefined; next = await takeNext()) {
      await measure(next.run, next.made);
    }
  };
  try {
    await Promise.all(Array.from({ length: lanes }, lane));
  } catch (error) {
    failed.abort(error);
    throw error;
  }
}
