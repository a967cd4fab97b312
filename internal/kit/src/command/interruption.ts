import { InputError } from '../errors/input-error';

/** What a signal leaves, a clause with its full stop; undefined where there is nothing to say. */
export type Remark = () => string | undefined;

const remarks: Remark[] = [];

/**
 * While a command's output is open, `remark` says what a signal that ends the process leaves of it; `commandMain` prints
 * `interrupted; ` and what the latest remark says.
 *
 * @returns takes the remark back
 */
export function remarkIfInterrupted(remark: Remark): () => void {
  remarks.push(remark);
  return () => {
    const at = remarks.indexOf(remark);
    if (at >= 0) remarks.splice(at, 1);
  };
}

/** What is to be said of the output. */
export function interruptionRemark(): string | undefined {
  return remarks.at(-1)?.();
}

/** The remark of an output that appears whole or not at all. */
export function nothingWritten(): string {
  return 'nothing was written.';
}

const codes = { SIGINT: 130, SIGTERM: 143 } as const;

/** The error of a command that Ctrl-C (or SIGTERM) stopped. */
export class Interrupted extends InputError {
  /** What the command ends with: 128 and the signal's number, as a shell has it. */
  readonly exitCode: number;

  constructor(message: string, signal: keyof typeof codes = 'SIGINT') {
    super(message);
    this.exitCode = codes[signal];
  }
}

/**
 * Runs work that Ctrl-C stops: `signal` aborts with an {@link Interrupted} that says what is left then,
 * `interrupted; nothing was written.` The work ends when it can, by `signal.throwIfAborted()` or with a result; a
 * second Ctrl-C ends the process at once, with the same exit code.
 *
 * @param left what is there after an interruption, a clause with its full stop
 */
export async function withInterruption<T>(
  left: string | (() => string),
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const stop = (signal: keyof typeof codes) => {
    if (controller.signal.aborted) process.exit(codes[signal]);
    const clause = typeof left === 'string' ? left : left();
    controller.abort(new Interrupted(`interrupted; ${clause}`, signal));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    return await work(controller.signal);
  } finally {
    // Once it was stopped, the handler stays until the process ends, for an impatient second Ctrl-C.
    if (!controller.signal.aborted) process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}
