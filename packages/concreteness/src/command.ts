import { Command, CommanderError } from 'commander';
import { version } from '../package.json';
import { InputError } from './input-error';
import { type RateOptions, rateWords } from './rate-words';

/** Runs `slipform-concreteness` with its arguments and returns the exit code: 0, 1 failure, 2 wrong usage. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const program = new Command('slipform-concreteness')
    .description('Concreteness of English words and phrases, from 1 (abstract) to 5 (concrete).')
    .version(version)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true });
  program
    .command('rate')
    .description(
      'Rate words: prints word, rating and source (norms or estimate), parted by tabs; an unknown word has an empty rating.',
    )
    .argument('[words...]', 'words or quoted phrases; without any, one a line from standard input')
    .option(
      '--norms <file>',
      'human ratings (Brysbaert 2014, or any CSV or TSV with a word and a rating column)',
    )
    .option('--json', 'print one JSON object a line instead')
    .action((words: string[], options: RateOptions) => rateWords(words, options));

  try {
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    // commander has printed its own message by now; --help and --version end here with 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (InputError.isInstance(error)) {
      process.stderr.write(`slipform-concreteness: ${error.message}\n`);
      return 1;
    }
    throw error;
  }
}
