import { usageMessages } from '@slipform/kit/errors/usage-messages';
import { addOptions, inFlags } from '@slipform/kit/options/add-options';
import { defineOptions } from '@slipform/kit/options/options';
import { Command } from 'commander';
import { version } from '../package.json';
import { corpusRows, splitRow } from './commands/corpus-rows';
import { addExportCommand } from './commands/export-command';
import { addListCommand } from './commands/list-command';
import { openForCommand } from './commands/open-for-command';
import { addPairsCommand } from './commands/pairs-command';
import { print } from './commands/print';
import { splitOf } from './corpus/sets/families';
import { noticeOf } from './corpus/sets/notice-of';

const table = defineOptions('slipform-icons notice', { ...corpusRows, split: splitRow });

/** `slipform-icons notice` */
function addNoticeCommand(program: Command): void {
  const command = program
    .command('notice')
    .description(
      'Print who drew the sets and under which licences: the text that what you make of them must carry.',
    );
  addOptions(command, table).action(async (given: unknown) => {
    const { split, ...which } = table.read(given);
    const { sets } = await openForCommand(which);
    await print([noticeOf(sets.filter((set) => split === undefined || splitOf(set) === split))]);
  });
}

/** Runs `slipform-icons` with its arguments. @returns the exit code; failures are thrown */
export async function runCommand(args: readonly string[]): Promise<number> {
  const program = new Command('slipform-icons')
    .description(
      'Icon sets as an image–text corpus: lists the installed sets, finds minimal pairs, and writes files for training and for benchmarks.',
    )
    .version(version)
    .configureOutput(usageMessages('slipform-icons'))
    .exitOverride();
  addListCommand(program);
  addPairsCommand(program);
  addExportCommand(program);
  addNoticeCommand(program);
  for (const command of program.commands) {
    command.exitOverride().configureOutput(usageMessages('slipform-icons'));
  }
  await inFlags(program, () => program.parseAsync(args, { from: 'user' }));
  return 0;
}
