import { UsageError } from '../errors/input-error';
import { described, integer, optional } from '../options/options';

/** What of a list of files one task does. */
export interface Share {
  /** The task's number, from 0. */
  readonly task: number;
  /** How many tasks there are. */
  readonly of: number;
}

/** The options `--task` and `--of` of a command over many files, for `defineOptions`; `readShare` checks them. */
export const shareRows = {
  task: described(
    'do only the inputs with index mod --of = N, counted from 0 (shard N of --of)',
    optional(integer({ min: 0, max: 1_000_000 })),
  ),
  of: described('how many tasks share the inputs', optional(integer({ min: 1, max: 1_000_000 }))),
};

/**
 * The share that `--task` and `--of` ask for, all where both are left out.
 *
 * @throws {UsageError} for one without the other, and for a task that is not smaller than the number of tasks
 */
export function readShare({ task, of }: { readonly task?: number; readonly of?: number }): Share {
  if (task === undefined && of === undefined) return { task: 0, of: 1 };
  if (task === undefined || of === undefined) {
    const [given, missing] = task === undefined ? ['--of', '--task'] : ['--task', '--of'];
    throw new UsageError(`${given} needs ${missing} beside it; pass both, or leave both out.`);
  }
  if (task < of) return { task, of };
  throw new UsageError(
    `--task must be from 0 to ${of - 1}, one less than --of, got ${task}; number the tasks from 0.`,
  );
}

/**
 * The files of one task: those at the places i with i mod `of` = `task`. Each file is in exactly one task's share; a
 * share is empty where there are more tasks than files.
 */
export function shareOf<T>(files: readonly T[], { task, of }: Share): T[] {
  return files.filter((_, i) => i % of === task);
}
