import { parentPort, type TransferListItem, workerData } from 'node:worker_threads';
import { exitCodeOf, InputError } from './input-error';

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

export interface ServeOptions<Result> {
  /** What of a result moves to the other thread, in place of being copied. */
  readonly moved?: (result: Result) => readonly TransferListItem[];
  /** One job after another, as they came. Default: side by side. */
  readonly inOrder?: boolean;
}

/**
 * The whole of a thread that `openLanes` starts.
 *
 * @param start gets the setup once, and returns what works on a job; `note` sends word of it while it lasts
 */
export function serveLane<Setup, Job, Result, Note = never>(
  start: (setup: Setup) => (job: Job, note: (note: Note) => void) => Result | Promise<Result>,
  { moved = () => [], inOrder = false }: ServeOptions<Result> = {},
): void {
  const port = parentPort!;
  const post = (message: LaneMessage<Result, Note>, transfer: readonly TransferListItem[] = []) =>
    port.postMessage(message, transfer);
  const work = started(() => start(workerData as Setup));
  const answer = async (number: number, job: Job) => {
    try {
      const result = await work(job, (note) => post({ number, note }));
      post({ number, result }, moved(result));
    } catch (error) {
      post({ number, failure: failureOf(error) });
    }
  };
  let turn: Promise<void> = Promise.resolve();
  port.on('message', ({ number, job }: { readonly number: number; readonly job: Job }) => {
    turn = inOrder ? turn.then(() => answer(number, job)) : answer(number, job);
  });
}

/** What works on jobs; where it could not start, each job fails with the reason. */
function started<Work extends (...values: never[]) => unknown>(start: () => Work): Work | (() => never) {
  try {
    return start();
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

function failureOf(error: unknown): LaneFailure {
  const { message = String(error), stack } = error instanceof Error ? error : {};
  return { message, stack, isInput: InputError.isInstance(error), exitCode: exitCodeOf(error) };
}
