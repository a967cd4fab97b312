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
