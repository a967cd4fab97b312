import { readFileSync } from 'node:fs';
import { commandMain } from '@slipform/kit/command/command-main';
import { usageMessages } from '@slipform/kit/errors/usage-messages';
import { Command } from 'commander';
import { auditCommand } from './commands/audit';
import { compareCommand } from './commands/compare';
import { exportCommand } from './commands/export';
import { probeCommand } from './commands/probe';
import { reportCommand } from './commands/report';
import { runCommand } from './commands/run';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

const program = new Command('slipform-bench')
  .description('Benchmarks of composition for image–text models, audits of hard negatives, and reports')
  .version(version)
  .showHelpAfterError('(--help lists what there is)')
  .addCommand(runCommand())
  .addCommand(compareCommand())
  .addCommand(auditCommand())
  .addCommand(probeCommand())
  .addCommand(reportCommand())
  .addCommand(exportCommand());

// Commander ends the process itself and with 1; wrong usage is 2 here, in every subcommand.
const throwInstead = (command: Command) => {
  command.exitOverride().configureOutput(usageMessages('slipform-bench'));
  command.commands.forEach(throwInstead);
};
throwInstead(program);

await commandMain('slipform-bench', async (args) => {
  await program.parseAsync(args, { from: 'user' });
  return 0;
});
