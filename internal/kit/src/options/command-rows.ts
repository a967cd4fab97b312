import {
  type DefaultRule,
  described,
  flag,
  listOf,
  type OptionalRule,
  optional,
  type Rule,
  text,
} from './options';

/** A row of a command that may be left out: `row('icons to show', integer({ min: 1 }), 10)`. */
export function row<T, Read>(help: string, of: Rule<T, Read>): OptionalRule<T, Read>;
export function row<T, Read>(help: string, of: Rule<T, Read>, fallback: NoInfer<Read>): DefaultRule<T, Read>;
export function row<T, Read>(help: string, of: Rule<T, Read>, fallback?: Read): OptionalRule<T, Read> {
  return described(help, fallback === undefined ? optional(of) : optional(of, fallback));
}

// What nearly every command asks for. An empty name comes from a script with an unset variable, and breaks the rule.
export const fileName = () => text('the name of a file', '<file>');
export const folderName = () => text('the path of a folder', '<folder>');
export const fileRow = (help: string) => row(help, fileName());
export const folderRow = (help: string) => row(help, folderName());
/** For the name of a field, a column, a model. */
export const nameRow = (help: string) => row(help, text('a name', '<name>'));
/** For a switch, false by default. */
export const flagRow = (help: string) => row(help, flag(), false);

/** A list that a command line makes of an option that comes several times, a value each time. */
export function repeated<T>(entry: Rule<T>): Rule<readonly T[]> & { readonly isRepeated: true } {
  return { ...listOf(entry), placeholder: entry.placeholder ?? '<value>', isRepeated: true };
}
