import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Format, formatOf, formats } from '../files/caption-format';
import { refuseFolder } from '../files/open-input';

/** An integer within bounds. */
export function integerOption(
  flags: string,
  description: string,
  least: number,
  most: number,
  value: number,
): Option {
  return new Option(flags, description).default(value).argParser((text) => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < least || number > most) {
      throw new InvalidArgumentError(`It must be an integer from ${least} to ${most}.`);
    }
    return number;
  });
}

/** A file's name. */
export function fileOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser(fileName);
}

/** Reads the name of a file. An empty name comes from a script with an unset variable. */
export function fileName(name: string): string {
  if (name === '') throw new InvalidArgumentError('It must be the name of a file, got an empty text.');
  return name;
}

/** A comma-separated list of known names. */
export function listOption<T extends string>(
  flags: string,
  description: string,
  allowed: readonly T[],
): Option {
  return new Option(flags, `${description}: ${allowed.join(', ')} (default: all)`).argParser((text) => {
    const values = text.split(',').map((value) => value.trim());
    const unknown = values.find((value) => !allowed.some((name) => name === value));
    if (unknown !== undefined)
      throw new InvalidArgumentError(`It must list some of ${allowed.join(', ')}, got "${unknown}".`);
    return values;
  });
}

/** The options for a file of captions. */
export function addInputOptions(command: Command): Command {
  return addFieldOptions(
    command.addOption(
      new Option(
        '--format <format>',
        "the input's format (default: by its extension; standard input: text)",
      ).choices(formats),
    ),
  );
}

/** The options that name the fields of a file. */
export function addFieldOptions(command: Command, where = ''): Command {
  return command
    .option('--caption-field <name>', `field or column of the caption${where} (default: caption, else title)`)
    .option('--id-field <name>', 'field or column of its id (default: id)')
    .option('--image-field <name>', "field or column of its image's id (default: image_id, else imageId)");
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
    ...(output === undefined ? ['the output (-o OUTPUT)'] : []),
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
  refuseFolder(input);
  return tell(command, () => formatOf(input));
}
