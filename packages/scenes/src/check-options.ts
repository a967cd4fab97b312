import { InputError } from '@slipform/kit/errors/input-error';
import { shown } from '@slipform/kit/text/printable';

/** @throws InputError if `options` is not an object, or has a name that is not in `known` */
export function checkNames<Options extends object>(
  place: string,
  options: Options,
  known: Readonly<Record<keyof Options, true>>,
): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new InputError(`${place}: options must be an object, got ${shown(options)}.`);
  }
  const strange = Object.keys(options).find((name) => !Object.hasOwn(known, name));
  if (strange === undefined) return;
  throw new InputError(
    `${place}: there is no option ${shown(strange)}; there are ${Object.keys(known).join(', ')}.`,
  );
}

/** @throws InputError if the value is not one of the choices */
export function checkChoice(argument: string, value: unknown, choices: readonly unknown[]): void {
  if (choices.includes(value)) return;
  const listed = choices.length > 10 ? 'one that exists' : `one of ${choices.join(', ')}`;
  throw new InputError(`${argument} must be ${listed}, got ${shown(value)}.`);
}

/** @throws InputError if the value is not a whole number from `least` to `most` */
export function checkWhole(
  argument: string,
  value: unknown,
  least: number,
  most = Number.MAX_SAFE_INTEGER,
): void {
  if (Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most) return;
  const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
  throw new InputError(`${argument} must be a whole number ${range}, got ${shown(value)}.`);
}
