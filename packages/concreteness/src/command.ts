import { usageMessages } from '@slipform/kit/errors/usage-messages';
import { Command, InvalidArgumentError, Option } from 'commander';
import { version } from '../package.json';
import { type CaptionOptions, caption } from './commands/caption';
import { type CompareOptions, compare } from './commands/compare';
import { type ExportOptions, exportEntries, formats } from './commands/export';
import type { NormsFileOptions } from './commands/open-lexicon';
import { openLexicon } from './commands/open-lexicon';
import { plainText, printJson, printLine } from './commands/print-line';
import { readTexts } from './commands/read-texts';
import { refusePrintingInto } from './commands/refuse-printing-into';
import { type RegretOptions, regret } from './commands/regret';
import type { Scale } from './norms-scale';

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
      'Rate words. Prints word, rating, source (norms or estimate) and the step that found the word, with tabs between them; an unknown word has an empty rating.',
    )
    .argument('[words...]', 'words or quoted phrases; without them, one a line from standard input')
    .option('--json', 'print JSON lines, with the lemma that was rated')
    .action((words: string[], options: RateOptions) => rate(words, options));

  withNorms(program.command('caption'))
    .description(
      'Colour the words of captions from abstract (blue) to concrete (red). In a pipe, print each rating after its word.',
    )
    .argument('[texts...]', 'quoted captions; without them, one a line from standard input')
    .option('--json', 'print JSON lines, with offsets, ratings and their mean')
    .action((texts: string[], options: CaptionOptions) => caption(texts, options));

  withColumns(program.command('compare'))
    .description(
      'Compare our estimates with human ratings: coverage, r, rho and errors, by part of speech (if the file has it) and by the step that found a word, and the largest errors.',
    )
    .argument('<norms>', 'human ratings (see rate --norms)')
    .option('--worst <count>', 'how many of the largest errors to print', readCount, 20)
    .option('--json', 'print one JSON object')
    .action((file: string, options: CompareOptions) => compare(file, options));

  withColumns(program.command('regret'))
    .description(
      'Measure what it costs to choose the most concrete word of a caption by estimates: the human rating of the best word minus that of the chosen word.',
    )
    .argument('<captions>', 'file with one caption a line, alone or after a tab; - for standard input')
    .requiredOption('--norms <file>', 'human ratings')
    .option('--worst <count>', 'how many of the confusions that cost most to print', readCount, 20)
    .option('--json', 'print one JSON object')
    .action((file: string, options: RegretOptions) => regret(file, options));

  withNorms(program.command('export'))
    .description('Print every entry with its rating and source.')
    .addOption(
      new Option('--format <format>', "format of a row (default: by the file's extension, else tsv)").choices(
        formats,
      ),
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
        'human ratings, which win over estimates: Brysbaert 2014, the Glasgow norms, Muraki 2022, or any CSV or TSV with a column of words and one of ratings',
      )
      .hook('preAction', () => {
        const { norms, wordColumn, ratingColumn, scale } = command.opts<NormsFileOptions>();
        if (norms === undefined && (wordColumn ?? ratingColumn ?? scale) !== undefined) {
          command.error(
            'error: --word-column, --rating-column and --scale need --norms; pass the file of ratings.',
          );
        }
      }),
  );
}

function withColumns(command: Command): Command {
  return command
    .option('--word-column <name>', 'name of the column of words (default: the usual names)')
    .option('--rating-column <name>', 'name of the column of ratings (default: the usual names)')
    .option(
      '--scale <lowest-highest>',
      'scale of the ratings, such as 1-7; they are mapped to 1–5',
      readScale,
    );
}

interface RateOptions extends NormsFileOptions {
  readonly json?: boolean;
}

/** The `rate` command. It reads word by word, so a pipe of any length takes constant memory. */
async function rate(words: readonly string[], options: RateOptions): Promise<void> {
  refusePrintingInto({ norms: options.norms, input: words.length > 0 ? undefined : '-' });
  const { lexicon } = await openLexicon(options);
  if (words.length === 0 && process.stdin.isTTY) {
    process.stderr.write('Type words, one a line; Ctrl-D ends.\n');
  }
  for await (const word of words.length > 0 ? words : readTexts(process.stdin)) {
    if (word.trim() === '') continue;
    const rated = lexicon.rate(word);
    if (options.json) await printJson({ word, ...(rated ?? { rating: null }) });
    else {
      const cells = [
        plainText(word.replaceAll('\t', ' ')),
        rated?.rating ?? '',
        rated?.source ?? '',
        rated?.via ?? '',
      ];
      await printLine(cells.join('\t'));
    }
  }
}

/** Reads the text of an option as a whole number from 0. */
function readCount(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number, 0 or more.');
}

/** Reads the text of an option as a scale: "1-7". */
function readScale(text: string): Scale {
  const ends = /^(\d+(?:\.\d+)?)[-–:](\d+(?:\.\d+)?)$/.exec(text.trim());
  if (ends && Number(ends[1]) < Number(ends[2])) return [Number(ends[1]), Number(ends[2])];
  throw new InvalidArgumentError('It must be the lowest and the highest rating, such as 1-7.');
}
