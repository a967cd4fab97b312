import { flag } from './flag';
import { listOf } from './list-of';
import { optional } from './optional';
import { described, type Rule } from './rule';
import { text } from './text';

// What nearly every command asks for. An empty name comes from a script with an unset variable, and breaks the rule.

/** The name of a file. */
export const fileName = () => text('the name of a file', '<file>');

/** The path of a folder. */
export const folderName = () => text('the path of a folder', '<folder>');

/** A row for the name of a file. */
export const fileRow = (help: string) => described(help, optional(fileName()));

/** A row for the path of a folder. */
export const folderRow = (help: string) => described(help, optional(folderName()));

/** A row for the name of a field, a column, a model. */
export const nameRow = (help: string) => described(help, optional(text('a name', '<name>')));

/** A row for a switch, false by default. */
export const flagRow = (help: string) => described(help, optional(flag(), false));

/** A list that a command line makes of an option that comes several times, a value each time. */
export function repeated<T>(entry: Rule<T>): Rule<readonly T[]> & { readonly isRepeated: true } {
  return { ...listOf(entry), placeholder: entry.placeholder ?? '<value>', isRepeated: true };
}
