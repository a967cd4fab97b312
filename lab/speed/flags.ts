import { type ParseArgsConfig, parseArgs } from 'node:util';
import { InputError } from '@slipform/kit/errors/input-error';

/** The flags of a command. @throws {InputError} for one that is unknown, or lacks its value */
export function readFlags<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new InputError(`${(error as Error).message}; --help lists the options.`, { cause: error });
  }
}

/** A whole number from 1 to `max`. @throws {InputError} */
export function wholeNumber(name: string, text: string, max: number): number {
  return inRange(name, text, max, 'an integer');
}

/** Such numbers with commas between them, each once. @throws {InputError} */
export function wholeNumbers(name: string, text: string, max: number): number[] {
  const several = 'integers, with commas between them,';
  return [...new Set(text.split(',').map((each) => inRange(name, each, max, several)))];
}

function inRange(name: string, text: string, max: number, what: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= max) return count;
  throw new InputError(`${name} must be ${what} from 1 to ${max}, got ${JSON.stringify(text)}.`);
}
