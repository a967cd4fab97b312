import { usageMessages } from '@slipform/kit/errors/usage-messages';
import { addOptions } from '@slipform/kit/options/add-options';
import { flagRow } from '@slipform/kit/options/command-rows';
import { defineOptions, type OptionsRead } from '@slipform/kit/options/options';
import { Command } from 'commander';
import { version } from '../package.json';
import { CAPTION_OPTIONS, caption } from './commands/caption';
import { COMPARE_OPTIONS, compare } from './commands/compare';
import { EXPORT_OPTIONS, exportEntries } from './commands/export';
import { normsRows, openLexicon } from './commands/open-lexicon';
import { plainText, printJson, printLine } from './commands/print-line';
import { readTexts } from './commands/read-texts';
import { refusePrintingInto } from './commands/refuse-printing-into';

/** Runs `slipform-concreteness` with its arguments. @returns the exit code; failures are thrown */
export async function runCommand(args: readonly string[]): Promise<number> {
  const program = new Command('slipform-concreteness')
    .description('Concreteness of English words and phrases, from 1 (abstract) to 5 (concrete).')
    .version(version)
    .exitOverride()
    .configureOutput(usageMessages('slipform-concreteness'))
    .configureHelp({ showGlobalOptions: true });

  const rating = program
    .command('rate')
    .description(
      'Rate words. Prints word, rating, source (norms or estimate) and the step that found the word, with tabs between them; an unknown word has an empty rating.',
    )
    .argument('[words...]', 'words or quoted phrases; without them, one a line from standard input');
  addOptions(rating, RATE_OPTIONS).action((words: string[], given) => rate(words, RATE_OPTIONS.read(given)));

  const colouring = program
    .command('caption')
    .description(
      'Colour the words of captions from abstract (blue) to concrete (red). In a pipe, print each rating after its word.',
    )
    .argument('[texts...]', 'quoted captions; without them, one a line from standard input');
  addOptions(colouring, CAPTION_OPTIONS).action((texts: string[], given) =>
    caption(texts, CAPTION_OPTIONS.read(given)),
  );

  const comparing = program
    .command('compare')
    .description(
      'Compare our estimates with human ratings: coverage, r, rho and errors, by part of speech (if the file has it) and by the step that found a word, and the largest errors.',
    )
    .argument('<norms>', 'human ratings (see rate --norms)');
  addOptions(comparing, COMPARE_OPTIONS).action((file: string, given) =>
    compare(file, COMPARE_OPTIONS.read(given)),
  );

  const exporting = program.command('export').description('Print every entry with its rating and source.');
  addOptions(exporting, EXPORT_OPTIONS, { output: '-o, --output <file>' }).action((given) =>
    exportEntries(EXPORT_OPTIONS.read(given)),
  );

  await program.parseAsync(args, { from: 'user' });
  return 0;
}

const RATE_OPTIONS = defineOptions('slipform-concreteness rate', {
  ...normsRows,
  json: flagRow('print JSON lines, with the lemma that was rated'),
});

/** The `rate` command. It reads word by word, so a pipe of any length takes constant memory. */
async function rate(words: readonly string[], options: OptionsRead<typeof RATE_OPTIONS.rows>): Promise<void> {
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
