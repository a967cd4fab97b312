import { InvalidArgumentError } from 'commander';

/** Reads the text of an option as a whole number from 0. */
export function readCount(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number, 0 or more.');
}
