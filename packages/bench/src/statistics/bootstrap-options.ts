import {
  integer,
  type OptionsRead,
  optional,
  type RowsFor,
  readOptions,
} from '@slipform/kit/options/options';
import { seed } from '../checks/seed';

export interface BootstrapOptions {
  /** Samples that are drawn. Default 2000. */
  readonly resamples?: number;
  /** Decides which ones. Default 0. */
  readonly seed?: number;
}

const rows = {
  resamples: optional(integer({ min: 1, max: 10_000_000 }), 2000),
  seed: optional(seed, 0),
} satisfies RowsFor<BootstrapOptions>;

/**
 * Options of the bootstrap and of permutation tests.
 *
 * @param caller the function that a message begins with
 * @throws InputError
 */
export function readBootstrapOptions(caller: string, options: unknown): OptionsRead<typeof rows> {
  return readOptions(caller, rows, options);
}
