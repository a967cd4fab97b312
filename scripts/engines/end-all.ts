import type { ChildProcess } from 'node:child_process';

/** Ends processes that this one started, the last one first, and waits for them. */
export async function endAll(processes: readonly ChildProcess[]): Promise<void> {
  for (const one of [...processes].reverse()) {
    if (one.exitCode !== null || one.signalCode !== null) continue;
    const ended = new Promise((resolve) => one.once('exit', resolve));
    one.kill();
    await ended;
  }
}
