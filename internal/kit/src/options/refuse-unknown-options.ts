import { InputError } from '../errors/input-error';
import { quoted, shown } from '../text/printable';

/** Every field of a record by name; the type keeps it whole. */
export type FieldNames<T> = Readonly<Record<keyof T, true>>;

/**
 * Throws an InputError for a field that nobody reads: a misspelt option would leave its default in force
 * without a word.
 */
export function refuseUnknownOptions<T extends object>(
  place: string,
  options: T,
  known: FieldNames<T>,
): void {
  if (typeof options !== 'object' || options === null) {
    throw new InputError(`${place}: options must be an object, got ${shown(options)}.`);
  }
  const unknown = Object.keys(options).find((key) => !Object.hasOwn(known, key));
  if (unknown !== undefined) {
    throw new InputError(
      `${place}: there is no option ${quoted(unknown)}; there are ${Object.keys(known).join(', ')}.`,
    );
  }
}
