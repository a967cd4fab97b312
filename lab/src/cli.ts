import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { useBackend } from '@slipform/clip';
import { useWasmKernels } from '@slipform/clip/wasm-kernels';
import { commandMain } from '@slipform/kit/command/command-main';
import { withInterruption } from '@slipform/kit/command/interruption';
import { createProgress } from '@slipform/kit/command/progress';
import { usageMessages } from '@slipform/kit/errors/usage-messages';
import { withHeldFolder } from '@slipform/kit/files/hold';
import { addOptions } from '@slipform/kit/options/add-options';
import { flagRow, folderName, row } from '@slipform/kit/options/command-rows';
import { defineOptions, integer, type OptionsRead } from '@slipform/kit/options/options';
import { Command } from 'commander';
import { duoModelCommand } from './commands/duo-model-command';
import { duoQuestionsCommand } from './commands/duo-questions-command';
import { experimentCommand } from './commands/experiment-command';
import { iconQuestionsCommand } from './commands/icon-questions-command';
import { iconsJudgeCommand } from './commands/icons-judge-command';
import { searchCommand } from './commands/search-command';
import { experiments } from './experiments';
import { rootRow } from './icons/icon-folders';
import { ICON_PRETRAINING } from './icons/icon-pretraining';
import { makeIconModel } from './icons/make-icon-model';
import { labFolder } from './lab-folder';

const MODEL_OPTIONS = defineOptions('slipform-lab icons-model', {
  root: rootRow,
  out: row('where model, record and checkpoints go', folderName(), 'slipform-icons-model'),
  seed: row('of weights, order, captions and shifts', integer({ min: 0 }), 1),
  steps: row(`training steps; default ${ICON_PRETRAINING.steps}`, integer({ min: 1 })),
  workers: row('threads that train', integer({ min: 0 }), availableParallelism()),
  resume: flagRow('go on from the last checkpoint in --out'),
  force: flagRow('start anew where --out holds checkpoints'),
});

type Flags = OptionsRead<typeof MODEL_OPTIONS.rows>;

await commandMain('slipform-lab', async (args) => {
  if (args.length === 0) process.stdout.write(listing());
  else await labCommand().parseAsync(args, { from: 'user' });
  return 0;
});

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
  return [
    searchCommand(),
    iconsModelCommand(),
    iconsJudgeCommand(),
    iconQuestionsCommand(),
    duoQuestionsCommand(),
    duoModelCommand(),
  ];
}

/** The experiments with their questions, which the command prints without a name. */
function listing(): string {
  const lines = experiments.map(({ name, question, time }) => `  ${name.padEnd(16)}${question} ${time}.`);
  const tools = iconCommands().map((command) => `  ${command.name().padEnd(16)}${command.description()}.`);
  return `npm run lab -- NAME\n${lines.join('\n')}\n\nIcons, their model and questions:\n${tools.join('\n')}\n`;
}

/** `slipform-lab icons-model`. */
function iconsModelCommand(): Command {
  const command = new Command('icons-model').description(
    'Train the model of lab/model on the icons of all training artists',
  );
  return addOptions(command, MODEL_OPTIONS).action((given) => {
    const flags = MODEL_OPTIONS.read(given);
    return withHeldFolder({ folder: flags.out, name: '--out' }, () =>
      withInterruption('the same command with --resume goes on from the last checkpoint.', (signal) =>
        train(flags, signal),
      ),
    );
  });
}

async function train(flags: Flags, signal: AbortSignal): Promise<void> {
  const { root, out, seed, steps, workers, resume, force } = flags;
  await useBackend('wasm');
  await useWasmKernels({ experimental: true });
  const progress = createProgress(process.stderr);
  const drawing = progress.start('drawing', undefined, 'icons');
  let training: ReturnType<typeof progress.start> | undefined;
  try {
    const made = await makeIconModel({
      ...{ root, out, seed, workers, resume, force, signal },
      ...(steps === undefined ? {} : { steps }),
      onDrawn: (done, total) => drawing.update(done, `of ${total}`),
      onStep: (step, of, loss) => {
        training ??= progress.start('training', of, 'steps');
        training.update(step, `loss ${loss.toFixed(3)}`);
      },
    });
    progress.stop();
    process.stdout.write(`${out}: ${made.steps} of ${made.of} steps\n`);
  } finally {
    progress.stop();
  }
}
