/** Thrown where the user pressed Ctrl-C; exit code 130. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Runs work that Ctrl-C stops: its signal aborts with {@link Interrupted}. A second Ctrl-C ends the process at once. */
export async function withInterruption<T>(
  message: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const stop = () => controller.abort(new Interrupted(message));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    return await work(controller.signal);
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}
