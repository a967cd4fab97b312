import { Worker } from 'node:worker_threads';
import { type Lane, openLane, type RunOptions } from './lane';
import { nodeThread } from './node-thread';

export interface LaneOptions {
  /** What each thread is started with; `serveLane` hands it to the thread's setup. */
  readonly setup?: unknown;
  /** Limits of a thread's heap. */
  readonly resourceLimits?: { readonly maxYoungGenerationSizeMb?: number };
}

/** Threads that work side by side, each on what it is given. */
export interface Lanes<Job, Result, Note = never> {
  /**
   * Gives a job to the thread that has the fewest. What the job throws in the thread is thrown here: an InputError
   * stays one, with its sentence and exit code.
   */
  run(job: Job, options?: RunOptions<Note>): Promise<Result>;
  /** Ends the threads, whatever they are at. */
  close(): Promise<void>;
}

/**
 * Starts so many threads of one file, whose work is `serveLane`. Threads that are idle keep no process alive, so that a
 * command that forgets to close them ends.
 *
 * @param file beside the caller's own: `new URL('./decode-worker.js', import.meta.url)`
 */
export function openLanes<Job, Result, Note = never>(
  file: URL,
  count: number,
  options: LaneOptions = {},
): Lanes<Job, Result, Note> {
  const lanes = Array.from({ length: count }, () => startLane<Job, Result, Note>(file, options));
  return {
    run: (job, of) =>
      lanes.reduce((best, lane) => (lane.waiting() < best.waiting() ? lane : best)).run(job, of),
    close: async () => {
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
}

/**
 * Runs one job in a thread of its own, which ends with it: for work that leaves state behind, such as a backend of tfjs.
 *
 * @param stop ends the thread at once; its reason is thrown
 */
export async function runInThread<Job, Result, Note = never>(
  file: URL,
  job: Job,
  { stop, onNote, ...options }: LaneOptions & RunOptions<Note> & { readonly stop?: AbortSignal } = {},
): Promise<Result> {
  stop?.throwIfAborted();
  const lanes = openLanes<Job, Result, Note>(file, 1, options);
  let abort = () => {};
  const stopped = new Promise<never>((_, reject) => {
    abort = () => reject(stop?.reason);
    stop?.addEventListener('abort', abort, { once: true });
  });
  try {
    return await Promise.race([lanes.run(job, onNote === undefined ? {} : { onNote }), stopped]);
  } finally {
    stop?.removeEventListener('abort', abort);
    await lanes.close();
  }
}

function startLane<Job, Result, Note>(
  file: URL,
  { setup, resourceLimits }: LaneOptions,
): Lane<Job, Result, Note> {
  const worker = new Worker(file, { workerData: setup, ...(resourceLimits && { resourceLimits }) });
  return openLane(nodeThread(worker, `A thread of ${file}`));
}
