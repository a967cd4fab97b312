import { sizeOf } from '@slipform/kit/captions/open-input';
import { type Command, InvalidArgumentError } from 'commander';
import { type Format, formatOf } from '../files/caption-format';

/** Reads the name of a file. An empty name comes from a script with an unset variable. */
export function fileName(name: string): string {
  if (name === '') throw new InvalidArgumentError('It must be the name of a file, got an empty text.');
  return name;
}

/** Reads one more name of a file. */
export function fileNames(name: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), fileName(name)];
}

/** The input and the output. If both are missing, one message names both; commander would name only the first. */
export function inputAndOutput(
  command: Command,
  input: string | undefined,
  output: string | undefined,
): { readonly input: string; readonly output: string } {
  if (input !== undefined && output !== undefined) return { input, output };
  const missing = [
    ...(input === undefined ? ['the input'] : []),
    ...(output === undefined ? ['the output (-o FILE, or -o - for standard output)'] : []),
  ];
  return command.error(
    `error: ${missing.join(' and ')} must be named; see slipform-plant ${command.name()} --help.`,
  );
}

/** Calls a function of a name; an error is wrong usage. */
export function tell<T>(command: Command, ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    return command.error(`error: ${(error as Error).message}`);
  }
}

/** The format of an input without the option --format. */
export function guessFormat(input: string, command: Command): Format {
  // A folder is called one, whatever its name ends in.
  sizeOf(input);
  return tell(command, () => formatOf(input));
}
