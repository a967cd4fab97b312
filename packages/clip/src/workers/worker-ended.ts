/** A worker is gone, or has failed at what was no mistake of the caller's; whoever waits for it says what that means. */
export class WorkerEnded extends Error {
  constructor(
    /** `worker 2 of 3` */
    readonly worker: string,
    cause: Error,
  ) {
    super(`${worker} failed: ${cause.message.replace(/\.$/, '')}`, { cause });
  }
}
