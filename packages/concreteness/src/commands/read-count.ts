import { InputError } from '../input-error';

/** A whole number from 0 on, as an option's text. */
export function readCount(text: string, option: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InputError(`${option} must be a whole number from 0 on, got "${text}".`);
}
