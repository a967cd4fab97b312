import { usageMessages } from '@slipform/kit/errors/usage-messages';
import { Command } from 'commander';
import { version } from '../package.json';
import { auditCommand } from './commands/audit';
import { benchmarksCommand } from './commands/benchmarks';
import { compareCommand } from './commands/compare';
import { curveCommand } from './commands/curve';
import { inputsCommand } from './commands/inputs';
import { probeCommand } from './commands/probe';
import { reportCommand } from './commands/report';
import { runCommand as runModels } from './commands/run';

/** Runs `slipform-bench` with its arguments; resolves to 0, and throws what `commandMain` knows to end with. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const program = new Command('slipform-bench')
    .description('Benchmarks of composition for image–text models, audits of hard negatives, and reports')
    .version(version)
    .showHelpAfterError('(--help lists what there is)')
    .addCommand(runModels())
    .addCommand(inputsCommand())
    .addCommand(benchmarksCommand())
    .addCommand(compareCommand())
    .addCommand(curveCommand())
    .addCommand(auditCommand())
    .addCommand(probeCommand())
    .addCommand(reportCommand());
  throwInstead(program);
  await program.parseAsync(args, { from: 'user' });
  return 0;
}

/** Commander ends the process itself and with 1; wrong usage is 2 here, in every subcommand. */
function throwInstead(command: Command): void {
  command.exitOverride().configureOutput(usageMessages('slipform-bench'));
  for (const each of command.commands) {
    throwInstead(each.showHelpAfterError(`(slipform-bench ${each.name()} --help says how)`));
  }
}
