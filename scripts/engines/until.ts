import { setTimeout } from 'node:timers/promises';

/** Waits until something is there. No limit of its own: the test's is long enough that reaching it means a hang. */
export async function until<T>(look: () => T | undefined | false, everyMs = 20): Promise<T> {
  for (;;) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    await setTimeout(everyMs);
  }
}
