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

/** For commander: an empty name is what a script passes whose variable is not set. */
export function fileName(name: string): string {
  if (name === '') throw new InvalidArgumentError('It must name a file, got an empty name.');
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
      throw new InvalidArgumentError(`Allowed are ${allowed.join(', ')}, got "${unknown}".`);
    return values;
  });
}

/** How a file of captions is read. */
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

/** Which of a file's fields hold what. */
export function addFieldOptions(command: Command, where = ''): Command {
  return command
    .option(
      '--caption-field <name>',
      `the field or column of the captions${where} (default: caption, else title)`,
    )
    .option('--id-field <name>', 'of their ids (default: id)')
    .option('--image-field <name>', "of their images' ids (default: image_id, else imageId)");
}

/** The two files without which nothing runs; commander would name one missing one at a time. */
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
    `error: ${missing.join(' and ')} must be named, got none; see slipform-plant ${command.name()} --help.`,
  );
}

/** Asks a function about a name; what it can't tell is wrong usage. */
export function tell<T>(command: Command, ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    return command.error(`error: ${(error as Error).message}`);
  }
}

/** The format of an input that names none. */
export function guessFormat(input: string, command: Command): Format {
  refuseFolder(input);
  return tell(command, () => formatOf(input));
}
