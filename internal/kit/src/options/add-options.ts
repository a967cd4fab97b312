import { type Command, InvalidArgumentError, Option } from 'commander';
import { InputError, retold } from '../errors/input-error';
import { type OptionTable, type Row, type Rows, readValue } from './options';

/**
 * Adds the options of a table to a command: `batchSize` becomes `--batch-size <n>`, a flag that is true by default
 * `--no-…`, a row without `optional` a mandatory option. Help comes from `described` and the default. Words become
 * values by their row; a wrong one ends the command with 2 and the row's rule. In the action, `table.read(options)`
 * gives the values with their types and all defaults.
 *
 * @param flags what commander shall be given in place of the derived name, mostly for a short one: `-o, --output <file>`
 */
export function addOptions<R extends Rows>(
  command: Command,
  { rows }: Pick<OptionTable<R>, 'rows'>,
  flags: Partial<Readonly<Record<keyof R & string, string>>> = {},
): Command {
  for (const [name, row] of Object.entries<Row>(rows)) {
    command.addOption(commandOption(name, row, flags[name]));
  }
  return command;
}

/**
 * Lets what a library's function says be of what a command's user typed: `openCorpus: root must be …` becomes `--root must
 * be …`, for the options that the program's commands have by the same name.
 *
 * @throws what `work` throws
 */
export async function inFlags<T>(program: Command, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!InputError.isInstance(error) || error.place === undefined) throw error;
    const options = program.commands.flatMap((command) => command.options);
    const option = options.find((each) => each.attributeName() === error.argument);
    throw retold(error, { place: undefined, argument: option?.long ?? error.argument });
  }
}

function flagsOf(name: string, { form, entry, choices, placeholder, fallback }: Row): string {
  const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  if (form === 'flag') return fallback === true ? `--no-${kebab}` : `--${kebab}`;
  const kind = form === 'number' ? '<n>' : entry ? '<a,b,c>' : choices ? '<name>' : '<value>';
  return `--${kebab} ${placeholder ?? kind}`;
}

/** The option of one row, for a command that adds its options one by one. */
export function commandOption(name: string, row: Row, flags = flagsOf(name, row)): Option {
  const option = new Option(flags, row.help ?? '');
  if (row.form === 'flag') return option;
  if (row.choices !== undefined) option.choices(row.choices);
  else if (row.isRepeated)
    option.argParser((word, before: readonly unknown[] = []) => [...before, wordReader(row.entry!)(word)]);
  else option.argParser(wordReader(row));
  const shown = Array.isArray(row.fallback) ? row.fallback.join(',') : undefined;
  if (row.fallback !== undefined) option.default(row.fallback, shown);
  return option.makeOptionMandatory(row.isOptional !== true);
}

/** Reads a word of a command line by its row; one that breaks it ends the command with 2 and the row's rule. */
export function wordReader<T>(row: Row & { readonly reads?: T }): (word: string) => T {
  return (word) => {
    try {
      return readValue(row, parse(word, row), '', '') as T;
    } catch {
      throw new InvalidArgumentError(`It must be ${row.what}.`);
    }
  };
}

/** The value that a word stands for; a word that is no number stays a word, which no rule of numbers takes. */
function parse(word: string, { form, entry, parse: own }: Row): unknown {
  if (own) return own(word);
  if (entry) return word.split(',').map((each) => parse(each.trim(), entry));
  const isNumber = form === 'number' && /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(word);
  return isNumber ? Number(word) : word;
}
