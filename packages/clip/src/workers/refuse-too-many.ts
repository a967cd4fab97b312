import { nodeOs } from '../files/node-modules';
import { InputError } from '../input-error';

/** Threads that any machine may start, so that a run on many cores can be repeated on few. */
const ALWAYS = 32;

/**
 * Each thread has a backend and a model of its own, some 100 MB beside the weights, and more of them than there are cores
 * only wait for each other.
 *
 * @throws {InputError} for more than 32 threads and more than four for each core; in a page nothing is refused
 */
export function refuseTooMany(
  place: string,
  count: number,
  cores = nodeOs()?.availableParallelism() ?? Number.POSITIVE_INFINITY,
): void {
  const most = Math.max(ALWAYS, 4 * cores);
  if (count <= most) return;
  throw new InputError(
    `${place}: workers must be at most ${most} on a machine of ${cores} cores, got ${count}; one for each core is the fastest.`,
  );
}
