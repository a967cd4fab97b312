import { usageMessages } from '@slipform/kit/usage-messages';
import { Command, Option } from 'commander';
import { version } from '../package.json';
import { type CaptionOptions, caption } from './commands/caption';
import { type CompareOptions, compare } from './commands/compare';
import { type ExportOptions, exportEntries, formats } from './commands/export';
import type { NormsFileOptions } from './commands/open-lexicon';
import { type RateOptions, rate } from './commands/rate';
import { readCount } from './commands/read-count';
import { readScale } from './commands/read-scale';
import { type RegretOptions, regret } from './commands/regret';

/** Runs `slipform-concreteness` with its arguments. @returns the exit code; failures are thrown */
export async function runCommand(args: readonly string[]): Promise<number> {
  const program = new Command('slipform-concreteness')
    .description('Concreteness of English words and phrases, from 1 (abstract) to 5 (concrete).')
    .version(version)
    .exitOverride()
    .configureOutput(usageMessages('slipform-concreteness'))
    .configureHelp({ showGlobalOptions: true });

  withNorms(program.command('rate'))
    .description(
      'Rate words: prints word, rating and source (norms or estimate), parted by tabs; an unknown word has an empty rating.',
    )
    .argument('[words...]', 'words or quoted phrases; without any, one a line from standard input')
    .option('--json', 'print one JSON object a line instead, with what was rated')
    .action((words: string[], options: RateOptions) => rate(words, options));

  withNorms(program.command('caption'))
    .description(
      'Colour the words of captions from abstract (blue) to concrete (red); in a pipe, print each rating behind its word.',
    )
    .argument('[texts...]', 'quoted captions; without any, one a line from standard input')
    .option('--json', 'print one JSON object a line instead, with offsets, ratings and their mean')
    .action((texts: string[], options: CaptionOptions) => caption(texts, options));

  withColumns(program.command('compare'))
    .description(
      'Compare our estimates with human ratings: coverage, r, rho and errors, by part of speech where the file has it, and the words furthest off.',
    )
    .argument('<norms>', 'human ratings (see rate --norms)')
    .option('--worst <count>', 'how many of the worst errors to print', readCount, 20)
    .option('--json', 'print one JSON object instead')
    .action((file: string, options: CompareOptions) => compare(file, options));

  withColumns(program.command('regret'))
    .description(
      'Measure what is lost where the most concrete word of a caption is chosen by estimates: the human rating of the best word less that of the chosen one.',
    )
    .argument('<captions>', 'file with a caption a line, alone or behind a tab; - for standard input')
    .requiredOption('--norms <file>', 'human ratings')
    .option('--worst <count>', 'how many of the costliest confusions to print', readCount, 20)
    .option('--json', 'print one JSON object instead')
    .action((file: string, options: RegretOptions) => regret(file, options));

  withNorms(program.command('export'))
    .description('Print every entry with its rating and source.')
    .addOption(
      new Option(
        '--format <format>',
        "format of a row; by default that of the file's ending, or else tsv",
      ).choices(formats),
    )
    .option('-o, --output <file>', 'write a file instead of standard output')
    .option('--force', 'overwrite the file if it exists')
    .action((options: ExportOptions) => exportEntries(options));

  await program.parseAsync(args, { from: 'user' });
  return 0;
}

function withNorms(command: Command): Command {
  return withColumns(
    command
      .option(
        '--norms <file>',
        'human ratings first: Brysbaert 2014, the Glasgow norms, Muraki 2022, or any CSV or TSV with a word and a rating column',
      )
      .hook('preAction', () => {
        const { norms, wordColumn, ratingColumn, scale } = command.opts<NormsFileOptions>();
        if (norms === undefined && (wordColumn ?? ratingColumn ?? scale) !== undefined) {
          command.error(
            'error: --word-column, --rating-column and --scale say how to read --norms; name its file.',
          );
        }
      }),
  );
}

function withColumns(command: Command): Command {
  return command
    .option('--word-column <name>', 'the column of words, if its name is another one')
    .option('--rating-column <name>', 'the column of ratings, if its name is another one')
    .option('--scale <lowest-highest>', 'the scale of the ratings, like 1-7, mapped to 1–5', readScale);
}
