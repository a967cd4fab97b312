import type { OptionTable } from './define-options';
import { type OptionsOf, type OptionsRead, type Rows, readOptions } from './read-options';
import type { Rule } from './rule';

/** An object among the options that has a table of its own: `checkpoint: { folder, every }`. It comes out as a copy. */
/* @__NO_SIDE_EFFECTS__ */
export function record<R extends Rows>({ rows }: OptionTable<R>): Rule<OptionsOf<R>, OptionsRead<R>> {
  return {
    what: `an object with ${Object.keys(rows).join(', ')}`,
    holds: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    copy: (value, place, argument) => readOptions(place, rows, value, argument),
  };
}
