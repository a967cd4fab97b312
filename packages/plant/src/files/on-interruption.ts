/** What a command ends with that is interrupted. */
export const interrupted = 130;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Lets an interruption end the process in an orderly way, so that what is to be done at its end is done. */
export function endOnInterruption(): { off(): void } {
  const end = () => process.exit(interrupted);
  for (const signal of signals) process.once(signal, end);
  return {
    off() {
      for (const signal of signals) process.off(signal, end);
    },
  };
}
