import { InputError } from '@slipform/kit/input-error';

/** Thrown where the user pressed Ctrl-C. */
class Interrupted extends InputError {
  /** What the command ends with; see the kit's `exitCodeOf`. */
  readonly exitCode = 130;
}

/**
 * Runs work that Ctrl-C stops: its signal aborts with an error of exit code 130 and of the message at that moment. A second Ctrl-C, while the work is
 * still stopping, ends the process at once with the same exit code.
 */
export async function withInterruption<T>(
  message: string | (() => string),
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort(new Interrupted(typeof message === 'string' ? message : message()));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    return await work(controller.signal);
  } finally {
    // Once stopped, the handler stays until the process ends, for an impatient second Ctrl-C.
    if (!controller.signal.aborted) {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    }
  }
}
