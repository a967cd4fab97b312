import { InputError } from '../errors/input-error';

/** A thread as a lane needs it: one of Node's, or a page's web worker. */
export interface Thread {
  /** @param moved what of the message moves to the thread, in place of being copied */
  post(message: unknown, moved: readonly ArrayBuffer[]): void;
  /** Called once: what the thread says, and why it can say no more. */
  listen(onMessage: (message: unknown) => void, onEnd: (reason: Error) => void): void;
  /** The process, if it is one, lives as long as the thread: while there is a job. */
  ref(): void;
  unref(): void;
  terminate(): unknown;
}

export interface RunOptions<Note> {
  /** Gets what the thread reports while it works on the job. */
  readonly onNote?: (note: Note) => void;
  /** What of the job moves to the thread. */
  readonly moved?: readonly ArrayBuffer[];
}

/** One thread, and the jobs that it has been given. */
export interface Lane<Job, Result, Note = never> {
  /** How many jobs it has. */
  waiting(): number;
  /** Throws what the job throws in the thread, and the reason where the thread ends. */
  run(job: Job, options?: RunOptions<Note>): Promise<Result>;
  /** Ends the thread, whatever it is at. */
  close(): Promise<void>;
}

/** The side of a lane that gives the jobs; `answerLane` is the other one. */
export function openLane<Job, Result, Note = never>(thread: Thread): Lane<Job, Result, Note> {
  const waiting = new Map<
    number,
    { resolve(result: Result): void; reject(error: Error): void; note(note: Note): void }
  >();
  let failure: Error | undefined;
  let jobs = 0;
  const receive = (message: LaneMessage<Result, Note>) => {
    const job = waiting.get(message.number);
    if ('note' in message) return job?.note(message.note);
    waiting.delete(message.number);
    if (waiting.size === 0) thread.unref();
    if ('result' in message) job?.resolve(message.result);
    else job?.reject(errorOf(message.failure));
  };
  thread.listen(
    (message) => receive(message as LaneMessage<Result, Note>),
    (reason) => {
      failure ??= reason;
      for (const { reject } of waiting.values()) reject(failure);
      waiting.clear();
    },
  );
  // Only now: to listen for messages is to hold the process again.
  thread.unref();
  return {
    waiting: () => waiting.size,
    run: (job, { onNote: note = () => {}, moved = [] } = {}) =>
      new Promise<Result>((resolve, reject) => {
        if (failure !== undefined) return reject(failure);
        jobs += 1;
        waiting.set(jobs, { resolve, reject, note });
        thread.ref();
        thread.post({ number: jobs, job }, moved);
      }),
    close: async () => {
      await thread.terminate();
    },
  };
}

/** An error that crosses threads loses its class; this gives it back. */
function errorOf({ message, stack, isInput, exitCode }: LaneFailure): Error {
  if (isInput) return Object.assign(new InputError(message), exitCode !== 1 && { exitCode });
  const error = new Error(message);
  if (stack !== undefined) error.stack = stack;
  return error;
}

/** What an error is on its way to another thread. */
export interface LaneFailure {
  readonly message: string;
  readonly stack?: string | undefined;
  readonly isInput: boolean;
  readonly exitCode: number;
}

/** What a thread says of the job of this number. */
export type LaneMessage<Result, Note> = { readonly number: number } & (
  | { readonly note: Note }
  | { readonly result: Result }
  | { readonly failure: LaneFailure }
);
