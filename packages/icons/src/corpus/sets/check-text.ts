import { InputError } from '@slipform/kit/errors/input-error';
import { shown } from '@slipform/kit/text/printable';

/**
 * @param name the function and its argument, `familyOf: set`
 * @throws {InputError} where a caller passed no text
 */
export function checkText(name: string, value: unknown): void {
  if (typeof value !== 'string') throw new InputError(`${name} must be a text, got ${shown(value)}.`);
}
