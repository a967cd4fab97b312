import { dirname, join } from 'node:path';
import { withOutputFile } from '@slipform/kit/files/output-file';
import { addOptions } from '@slipform/kit/options/add-options';
import { fileRow, flagRow } from '@slipform/kit/options/command-rows';
import { choice, defineOptions, described, optional, text } from '@slipform/kit/options/options';
import { quoted } from '@slipform/kit/text/printable';
import type { Command } from 'commander';
import { outputFormatOf } from '../files/caption-format';
import { cardText, type DatasetFacts, readFacts } from '../run/dataset-card';
import { optionsText, quotedForShell } from './merge-command';
import { readFileName, sayWrote, tell } from './usage';

const CARD_OPTIONS = defineOptions('slipform-plant card', {
  output: fileRow('file for the card, or - for standard output (default: README.md beside the file)'),
  license: described(
    "the licence under which the file is passed on, as Hugging Face's hub spells it: cc-by-4.0 (default: the card says that one must be named)",
    optional(text('an identifier', '<id>')),
  ),
  format: described(
    "the file's format (default: by its extension)",
    optional(choice(['jsonl', 'parquet'] as const)),
  ),
  force: flagRow('overwrite the card'),
});

/** `slipform-plant card` */
export function addCardCommand(program: Command): void {
  const command = program
    .command('card')
    .description(
      'Write a dataset card for JSON lines or Parquet of `mine` or `pairs`: front matter for the hub and load_dataset, counts, seed, command and licence.',
    )
    .usage('<file> [options]')
    .argument('<file>', 'the file of negatives', readFileName);
  addOptions(command, CARD_OPTIONS, { output: '-o, --output <file>' }).action(
    async (file: string, given: unknown) => {
      const {
        output = join(dirname(file), 'README.md'),
        license: licence,
        force,
        ...read
      } = CARD_OPTIONS.read(given);
      const format = read.format ?? tell(command, () => outputFormatOf(file));
      if (format !== 'jsonl' && format !== 'parquet')
        return command.error(`error: a card is written for JSON lines or Parquet, and ${file} is ${format}.`);
      if (licence !== undefined && !/^[\w.+-]{1,80}$/.test(licence))
        return command.error(
          `error: --license must be an identifier such as cc-by-4.0, got ${quoted(licence)}.`,
        );
      const inputs = [{ file, name: 'the file' }];
      await withOutputFile({ file: output, name: '-o', force, inputs }, async (save) => {
        const facts = await readFacts(file, format);
        await save(cardText(facts, { licence, command: commandOf(facts) }));
        sayWrote(output);
      });
    },
  );
}

/** The command that made the file, as far as it can be known. */
function commandOf({ file, options, counts }: DatasetFacts): string {
  const [seed] = counts.seed.size === 1 ? counts.seed.keys() : [];
  const known = optionsText(options ?? { '--seed': seed });
  const name = options && '--kind' in options ? 'pairs' : 'mine';
  // It stands in a block of code, which nothing in it may end.
  return `slipform-plant ${name} INPUT -o ${quotedForShell(file)}${known}`.replace(/[`\r\n]/g, ' ');
}
