import { type OptionsRead, type Rows, readOptions } from './read-options';

/** The options of one function or command: a rule for each. */
export interface OptionTable<R extends Rows = Rows> {
  /** The function or command that messages begin with. */
  readonly caller: string;
  readonly rows: R;
  /** Checks options and fills in defaults; see `readOptions`. @throws InputError */
  readonly read: (options: unknown) => OptionsRead<R>;
}

/**
 * Options as one table, from which follow the names that there are, the check of each value, the defaults, a command's
 * help (`addOptions`) and a table for the README (`optionsMarkdown`). The type follows too:
 *
 * ```ts
 * const table = defineOptions('mine', { seed: optional(integer({ min: 0 }), 0), onSkip: optional(callback()) });
 * type MineOptions = OptionsOf<typeof table.rows>;
 * ```
 *
 * or the compiler checks the table against an interface that is written out, with a docstring for each option. A row
 * that is missing, one too many or one of another type does not compile:
 *
 * ```ts
 * const table = defineOptions('mine', {
 *   seed: optional(integer({ min: 0 }), 0),
 *   onSkip: optional(callback()),
 * } satisfies RowsFor<MineOptions>);
 * const { seed } = table.read(options);
 * ```
 */
/* @__NO_SIDE_EFFECTS__ */
export function defineOptions<const R extends Rows>(caller: string, rows: R): OptionTable<R> {
  return { caller, rows, read: (options) => readOptions(caller, rows, options) };
}
