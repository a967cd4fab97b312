import { InputError } from '@slipform/concreteness';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { version } from '../package.json';
import { type Format, formatOf, formats } from './files/caption-format';
import { refuseFolder } from './files/open-input';
import { type MineFileOptions, mineFile } from './mine-file';
import { balances, operations, policies, slots } from './options';
import { jsonSummary, textSummary } from './summary';

/** Runs `slipform-plant` with its arguments and returns the exit code: 0, 1 failure, 2 wrong usage. */
export async function runCommand(args: readonly string[]): Promise<number> {
  let code = 0;
  const program = new Command('slipform-plant')
    .description('Mines hard-negative captions by lexical concreteness (ConcretePlant).')
    .version(version)
    .exitOverride();
  program
    .command('mine')
    .description(
      'Mine a file of captions: one a line, JSON lines ({ caption, id?, image_id? }) or TSV with a header (caption, id, image_id); writes JSON lines.',
    )
    .argument('<input>', 'the file, or - for standard input')
    .requiredOption('-o, --output <file>', 'where the records go, or - for standard output')
    .addOption(
      new Option(
        '--format <format>',
        "the input's format (default: by its extension; standard input: text)",
      ).choices(Object.keys(formats)),
    )
    .addOption(integerOption('--per-caption <n>', 'at most so many negatives for a caption', 1, 100, 1))
    .addOption(new Option('--policy <policy>', 'which word is changed').choices(policies).default('max'))
    .addOption(
      new Option('--balance <balance>', 'draw the slot first, or let all compete')
        .choices(balances)
        .default('slots'),
    )
    .addOption(listOption('--operations <list>', 'comma-separated', operations))
    .addOption(listOption('--slots <list>', 'comma-separated', slots))
    .addOption(integerOption('--seed <n>', 'the same seed gives the same bytes', 0, 0xffffffff, 0))
    .option(
      '--norms <file>',
      'human concreteness ratings (Brysbaert 2014, or any CSV or TSV with word and rating)',
    )
    .option('--vocabulary <file>', 'insert only these words, one a line')
    .option('--skip-invalid', 'broken lines are no failure')
    .option('--force', 'overwrite the output')
    .option('--json', 'print the summary as JSON (on standard output, unless the records go there)')
    .option('--quiet', 'no progress, no summary')
    .action(async (input: string, options: MineFileOptions & { json?: true }, command: Command) => {
      const result = await mineFile(input, { ...options, format: options.format ?? guess(input, command) });
      const stream = options.json && options.output !== '-' ? process.stdout : process.stderr;
      if (options.json) stream.write(`${jsonSummary(result)}\n`);
      else if (!options.quiet) stream.write(`${textSummary(result)}\n`);
      if (result.brokenLines > 0 && !options.skipInvalid) code = 1;
    });
  for (const command of [program, ...program.commands]) command.exitOverride().showHelpAfterError(false);

  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    // commander has printed its own message by now; --help and --version end here with 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (InputError.isInstance(error)) {
      process.stderr.write(`slipform-plant: ${error.message}\n`);
      return 1;
    }
    throw error;
  }
}

function guess(input: string, command: Command): Format {
  refuseFolder(input);
  try {
    return formatOf(input);
  } catch (error) {
    return command.error(`error: ${(error as Error).message}`);
  }
}

function integerOption(
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

function listOption<T extends string>(flags: string, description: string, allowed: readonly T[]): Option {
  return new Option(flags, `${description}: ${allowed.join(', ')} (default: all)`).argParser((text) => {
    const values = text.split(',').map((value) => value.trim());
    const unknown = values.find((value) => !allowed.some((name) => name === value));
    if (unknown !== undefined)
      throw new InvalidArgumentError(`Allowed are ${allowed.join(', ')}, got "${unknown}".`);
    return values;
  });
}
