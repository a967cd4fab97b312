import { InputError } from '@slipform/kit/input-error';
import { shown } from '@slipform/kit/printable';

/**
 * Refuses options of names that nothing reads: a misspelt one would else be the default, in silence. `known` has each
 * name of `Options`, which the compiler sees to.
 *
 * @throws InputError that names those that there are
 */
export function checkOptions<Options extends object>(
  place: string,
  options: Options,
  known: Readonly<Record<keyof Options, true>>,
): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new InputError(`${place}: options must be an object, got ${shown(options)}.`);
  }
  const names = Object.keys(known);
  const strange = Object.keys(options).find((name) => !Object.hasOwn(known, name));
  if (strange === undefined) return;
  throw new InputError(
    `${place}: there is no option ${JSON.stringify(strange)}; there are ${names.join(', ') || 'none'}.`,
  );
}
