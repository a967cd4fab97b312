import { readFileSync } from 'node:fs';
import { usageMessages } from '@slipform/kit/errors/usage-messages';
import { Command } from 'commander';
import { experimentCommand } from './commands/experiment-command';
import { pairModelCommand } from './commands/pair-model-command';
import { pairQuestionsCommand } from './commands/pair-questions-command';
import { experiments } from './experiments';
import { labFolder } from './lab-folder';

/** Runs `slipform-lab` with its arguments; resolves to 0, and throws what `commandMain` knows to end with. */
export async function runCommand(args: readonly string[]): Promise<number> {
  if (args.length === 0) process.stdout.write(listing());
  else await labCommand().parseAsync(args, { from: 'user' });
  return 0;
}

/** `slipform-lab`: lists the experiments, or runs one. */
function labCommand(): Command {
  const { version } = JSON.parse(readFileSync(new URL('package.json', labFolder), 'utf8'));
  const program = new Command('slipform-lab')
    .description('Experiments on pictures of icons. Without a name they are listed')
    .version(version)
    .showHelpAfterError('(--help lists what there is)');
  for (const experiment of experiments) program.addCommand(experimentCommand(experiment));
  for (const command of iconCommands()) program.addCommand(command);
  // Commander ends the process itself and with 1; wrong usage is 2 here, in every subcommand.
  const throwInstead = (command: Command) => {
    command.exitOverride().configureOutput(usageMessages('slipform-lab'));
    command.commands.forEach(throwInstead);
  };
  throwInstead(program);
  return program;
}

function iconCommands(): Command[] {
  return [pairModelCommand(), pairQuestionsCommand()];
}

/** The experiments with their questions, which the command prints without a name. */
function listing(): string {
  const lines = experiments.map(({ name, question, time }) => `  ${name.padEnd(20)}${question} ${time}.`);
  const tools = iconCommands().map((command) => `  ${command.name().padEnd(20)}${command.description()}.`);
  return `npm run lab -- NAME\n${lines.join('\n')}\n\nPictures, their model and questions:\n${tools.join('\n')}\n`;
}
