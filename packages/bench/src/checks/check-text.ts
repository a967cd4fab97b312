import { InputError } from '@slipform/kit/input-error';
import { shown } from '@slipform/kit/printable';

/** @throws InputError where an option is no text */
export function checkText(argument: string, value: unknown): asserts value is string {
  if (typeof value === 'string') return;
  throw new InputError(`${argument} must be a text, got ${shown(value)}.`);
}

/** @throws InputError where an option is there and no function */
export function checkFunction(argument: string, value: unknown): void {
  if (value === undefined || typeof value === 'function') return;
  throw new InputError(`${argument} must be a function, got ${shown(value)}.`);
}
