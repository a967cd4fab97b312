import { readFileSync } from 'node:fs';
import { InputError } from '@slipform/clip';
import { Command, CommanderError } from 'commander';
import { compareCommand } from './commands/compare';
import { experimentCommand } from './commands/experiment';
import { Interrupted } from './commands/interruption';
import { pretrainCommand } from './commands/pretrain';
import { probeCommand } from './commands/probe';
import { reportCommand } from './commands/report';
import { runCommand } from './commands/run';
import { scenesCommand } from './commands/scenes';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

const program = new Command('slipform-bench')
  .description('Benchmarks of composition for image–text models, experiments and reports')
  .version(version)
  .showHelpAfterError('(--help lists what there is)')
  .addCommand(experimentCommand())
  .addCommand(runCommand())
  .addCommand(compareCommand())
  .addCommand(probeCommand())
  .addCommand(reportCommand())
  .addCommand(scenesCommand())
  .addCommand(pretrainCommand());

// Commander ends the process itself and with 1; wrong usage is 2 here, in every subcommand.
const throwInstead = (command: Command) => {
  command.exitOverride();
  command.commands.forEach(throwInstead);
};
throwInstead(program);

// A reader that closes the pipe early (head, less) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCode(error);
}

function exitCode(error: unknown): number {
  // Commander has printed its own sentence.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Interrupted) {
    process.stderr.write(`${error.message}\n`);
    return 130;
  }
  const isMistake = InputError.isInstance(error) || (error instanceof Error && 'syscall' in error);
  const text = error instanceof Error ? (isMistake ? error.message : error.stack) : String(error);
  process.stderr.write(`slipform-bench: ${text}\n`);
  return 1;
}
