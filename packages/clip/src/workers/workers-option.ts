import { refuse } from '@slipform/kit/errors/input-error';
import { anyOf, choice, optional, type Rule, rule } from '@slipform/kit/options/options';
import { nodeOs } from '../files/node-modules';
import type { ClipWorker } from './start-worker';

/** How many threads compute: a number, in Node; or with how one is made, which a page must say. */
export type WorkersOption =
  | number
  | {
      readonly count: number;
      /** Makes one of the threads, whose file calls `serveClip()` of `@slipform/clip/worker`. */
      readonly create: () => ClipWorker;
    };

/**
 * How many threads embed: as `trainClip` takes it, or `'auto'`: in Node a thread for each core, as far as there is memory
 * for them, once so much is embedded that their start pays; in a page, and on a backend that is parallel by itself, none.
 */
export type EmbeddingWorkersOption = WorkersOption | 'auto';

/** The option, both ways of it alike. */
export interface WorkersRead {
  readonly count: number;
  readonly create?: () => ClipWorker;
}

/* @__NO_SIDE_EFFECTS__ */
export function workersRule(): Rule<WorkersOption> {
  return rule<WorkersOption>(
    'an integer from 0 to 1024, or { count, create } with such an integer and a function',
    (value) => {
      if (typeof value !== 'object' || value === null) return isCount(value);
      return (
        'count' in value && isCount(value.count) && 'create' in value && typeof value.create === 'function'
      );
    },
  );
}

export const embeddingWorkersRow = optional(
  anyOf(workersRule(), choice(['auto'])) as Rule<EmbeddingWorkersOption>,
  0,
);

export function readWorkers(workers: WorkersOption = 0): WorkersRead {
  return typeof workers === 'number' ? { count: workers } : workers;
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 1024;
}

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
  refuse(
    place,
    'workers',
    `must be at most ${most} on a machine of ${cores} cores`,
    count,
    'one for each core is the fastest',
  );
}
