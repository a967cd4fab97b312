import { exitCodeOf, InputError } from '../errors/input-error';
import type { LaneFailure, LaneMessage } from './lane';

/** The thread's end of its connection: of Node's worker_threads, or of a web worker. */
export interface LanePort {
  post(message: unknown, moved: readonly ArrayBuffer[]): void;
  listen(onMessage: (message: unknown) => void): void;
}

export interface ServeOptions<Result> {
  /** What of a result moves to the other thread, in place of being copied. */
  readonly moved?: (result: Result) => readonly ArrayBuffer[];
  /** One job after another, as they came. Default: side by side. */
  readonly inOrder?: boolean;
}

/** Works on a job; `note` sends word of it while it lasts. */
export type Work<Job, Result, Note> = (job: Job, note: (note: Note) => void) => Result | Promise<Result>;

/** The side of a lane that does the jobs; `openLane` is the other one. */
export function answerLane<Job, Result, Note = never>(
  port: LanePort,
  work: Work<Job, Result, Note>,
  { moved = () => [], inOrder = false }: ServeOptions<Result> = {},
): void {
  const post = (message: LaneMessage<Result, Note>, moving: readonly ArrayBuffer[] = []) =>
    port.post(message, moving);
  const answer = async (number: number, job: Job) => {
    try {
      const result = await work(job, (note) => post({ number, note }));
      post({ number, result }, moved(result));
    } catch (error) {
      post({ number, failure: failureOf(error) });
    }
  };
  let turn: Promise<void> = Promise.resolve();
  port.listen((message) => {
    const { number, job } = message as { readonly number: number; readonly job: Job };
    turn = inOrder ? turn.then(() => answer(number, job)) : answer(number, job);
  });
}

function failureOf(error: unknown): LaneFailure {
  const { message = String(error), stack } = error instanceof Error ? error : {};
  return { message, stack, isInput: InputError.isInstance(error), exitCode: exitCodeOf(error) };
}
