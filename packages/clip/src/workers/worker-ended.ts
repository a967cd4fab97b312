import { reasonOf } from '@slipform/kit/errors/input-error';

/** A worker is gone, or has failed at something that was no mistake of the caller's. */
export class WorkerEnded extends Error {
  constructor(
    /** `worker 2 of 3` */
    readonly worker: string,
    cause: Error,
  ) {
    super(`${worker} failed: ${reasonOf(cause)}`, { cause });
  }
}
