import { InputError } from '../input-error';

export interface Interruption {
  /** Throws an InputError after Ctrl-C or a polite kill. */
  check(): void;
  /** Lets signals end the process again. */
  off(): void;
}

/**
 * Takes a signal as the wish to stop at the next `check`. A second one ends the process at once.
 *
 * @param outcome what is there then, for the message
 */
export function watchInterruption(outcome: string): Interruption {
  let signal: string | undefined;
  const stop = (name: string) => {
    signal = name;
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return {
    check() {
      if (signal !== undefined) throw new InputError(`stopped by ${signal}; ${outcome}.`);
    },
    off() {
      process.off('SIGINT', stop).off('SIGTERM', stop);
    },
  };
}
