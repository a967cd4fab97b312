import { InputError } from '@slipform/concreteness';
import { Command, CommanderError } from 'commander';
import { version } from '../package.json';
import { addAuditCommand } from './commands/audit-command';
import { addFitCommand } from './commands/fit-command';
import { addMineCommand } from './commands/mine-command';

/** Runs `slipform-plant` with its arguments and returns the exit code: 0, 1 failure, 2 wrong usage. */
export async function runCommand(args: readonly string[]): Promise<number> {
  let code = 0;
  const fail = () => {
    code = 1;
  };
  const program = new Command('slipform-plant')
    .description('Mines hard-negative captions by lexical concreteness (ConcretePlant), and judges them.')
    .version(version)
    // commander's own messages begin as ours do.
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'slipform-plant: ')) })
    .exitOverride();
  addMineCommand(program, fail);
  addFitCommand(program, fail);
  addAuditCommand(program);
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
