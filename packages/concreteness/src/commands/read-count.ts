import { InvalidArgumentError } from 'commander';

/** A whole number from 0 on, as an option's text. */
export function readCount(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number from 0 on.');
}
