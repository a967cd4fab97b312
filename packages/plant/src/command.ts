import { usageMessages } from '@slipform/kit/errors/usage-messages';
import { Command } from 'commander';
import { version } from '../package.json';
import { addCardCommand } from './commands/card-command';
import { addCheckCommand } from './commands/check-command';
import { addFitCommand } from './commands/fit-command';
import { addMergeCommand } from './commands/merge-command';
import { addMineCommand } from './commands/mine-command';
import { addPairsCommand, addSitesCommand } from './commands/pairs-command';
import { addServeCommand } from './commands/serve-command';

/** Runs `slipform-plant` with its arguments and returns the exit code: 0, or 1 where all was written and lines were broken. */
export async function runCommand(args: readonly string[]): Promise<number> {
  let code = 0;
  const fail = () => {
    code = 1;
  };
  const program = new Command('slipform-plant')
    .description('Mines hard-negative captions by lexical concreteness (ConcretePlant).')
    .version(version)
    .configureOutput(usageMessages('slipform-plant'))
    .exitOverride();
  addMineCommand(program, fail);
  addMergeCommand(program, fail);
  addSitesCommand(program, fail);
  addPairsCommand(program, fail);
  addFitCommand(program, fail);
  addCheckCommand(program, fail);
  addCardCommand(program);
  addServeCommand(program, version);
  for (const command of [program, ...program.commands]) command.exitOverride().showHelpAfterError(false);

  await program.parseAsync(args, { from: 'user' });
  return code;
}
