import { Worker } from 'node:worker_threads';
import { InputError } from './input-error';
import type { LaneFailure, LaneMessage } from './serve-lane';

export interface LaneOptions {
  /** What each thread is started with; `serveLane` hands it to the thread's setup. */
  readonly setup?: unknown;
  /** Limits of a thread's heap. */
  readonly resourceLimits?: { readonly maxYoungGenerationSizeMb?: number };
}

export interface RunOptions<Note> {
  /** Gets what the thread reports while it works on the job. */
  readonly onNote?: (note: Note) => void;
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
  const lanes = Array.from({ length: count }, () => openLane<Job, Result, Note>(file, options));
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

function openLane<Job, Result, Note>(file: URL, { setup, resourceLimits }: LaneOptions) {
  const worker = new Worker(file, { workerData: setup, ...(resourceLimits && { resourceLimits }) });
  const waiting = new Map<
    number,
    { resolve(result: Result): void; reject(error: Error): void; note(note: Note): void }
  >();
  let failure: Error | undefined;
  let jobs = 0;
  const failAll = (error: Error) => {
    failure ??= error;
    for (const { reject } of waiting.values()) reject(failure);
    waiting.clear();
  };
  worker.on('message', (message: LaneMessage<Result, Note>) => {
    const job = waiting.get(message.number);
    if ('note' in message) return job?.note(message.note);
    waiting.delete(message.number);
    if (waiting.size === 0) worker.unref();
    if ('result' in message) job?.resolve(message.result);
    else job?.reject(errorOf(message.failure));
  });
  worker.on('error', failAll);
  worker.on('exit', (code) => failAll(new Error(`A thread of ${file} ended with code ${code}.`)));
  // Only now: to listen for messages is to hold the process again.
  worker.unref();
  return {
    waiting: () => waiting.size,
    run: (job: Job, { onNote: note = () => {} }: RunOptions<Note> = {}) =>
      new Promise<Result>((resolve, reject) => {
        if (failure !== undefined) return reject(failure);
        jobs += 1;
        waiting.set(jobs, { resolve, reject, note });
        worker.ref();
        worker.postMessage({ number: jobs, job });
      }),
    close: () => worker.terminate(),
  };
}

/** An error that crosses threads loses its class; this gives it back. */
function errorOf({ message, stack, isInput, exitCode }: LaneFailure): Error {
  if (isInput) return Object.assign(new InputError(message), exitCode !== 1 && { exitCode });
  const error = new Error(message);
  if (stack !== undefined) error.stack = stack;
  return error;
}
