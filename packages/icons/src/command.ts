import { usageMessages } from '@slipform/kit/errors/usage-messages';
import { inFlags } from '@slipform/kit/options/add-options';
import { Command } from 'commander';
import { version } from '../package.json';
import { addExportCommand } from './commands/export-command';
import { addListCommand } from './commands/list-command';
import { addNoticeCommand } from './commands/notice-command';
import { addPairsCommand } from './commands/pairs-command';
import { addSheetCommand } from './commands/sheet-command';

/** Runs `slipform-icons` with its arguments. @returns the exit code; failures are thrown */
export async function runCommand(args: readonly string[]): Promise<number> {
  const program = new Command('slipform-icons')
    .description(
      'Icon sets as an image–text corpus: lists the installed sets, shows how artists draw a word, finds minimal pairs, and writes files for training and for benchmarks.',
    )
    .version(version)
    .configureOutput(usageMessages('slipform-icons'))
    .exitOverride();
  addListCommand(program);
  addSheetCommand(program);
  addPairsCommand(program);
  addExportCommand(program);
  addNoticeCommand(program);
  for (const command of program.commands) {
    command.exitOverride().configureOutput(usageMessages('slipform-icons'));
  }
  await inFlags(program, () => program.parseAsync(args, { from: 'user' }));
  return 0;
}
