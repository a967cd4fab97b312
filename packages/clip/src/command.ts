import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { version } from '../package.json';
import { backendNames } from './backend/use-backend';
import { printInfo } from './commands/info';
import { train } from './commands/train';
import { InputError } from './input-error';

/** Runs `slipform-clip` with its arguments and returns the exit code: 0, 1 failure, 2 wrong usage. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const program = new Command('slipform-clip')
    .description('Train and look at CLIP dual encoders.')
    .version(version)
    .exitOverride();
  program
    .command('train')
    .description(
      'Train a model as an ES module says: it exports the model, the data, the loss and the steps.',
    )
    .argument('<config>', 'the module, e.g. train.mjs')
    .option('-o, --output <folder>', 'where the model goes (default: the output that the module names)')
    .option('--steps <n>', 'number of steps (default: the steps that the module names)', integerFrom(1))
    .option('--seed <n>', 'handed to the module', integerFrom(0), 0)
    .addOption(new Option('--backend <name>', 'where tfjs computes').choices(backendNames).default('wasm'))
    .option('--resume', 'go on from the last checkpoint, or start where there is none')
    .option(
      '--checkpoint-every <n>',
      'save the run every n steps, so that --resume can go on',
      integerFrom(1),
    )
    .option(
      '--checkpoint-folder <folder>',
      'where the checkpoints go (default: checkpoints in the output folder)',
    )
    .option('--metrics <file>', 'write metrics as JSON lines')
    .option('--metrics-every <n>', 'measure every n steps (default: 10)', integerFrom(1))
    .option('--force', 'replace a model, checkpoints and metrics that are there already')
    .option('--json', 'print one JSON object for each step on standard output')
    .action(train);
  program
    .command('info')
    .description('Architecture, naming, types, shards, parameters and memory of a model, without loading it.')
    .argument('<folder>', 'folder or URL in Hugging Face’s or open_clip’s form')
    .option('--json', 'print JSON')
    .action(printInfo);

  try {
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    // commander has printed its own message by now; --help and --version end here with 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (InputError.isInstance(error) || isFileSystemError(error)) {
      process.stderr.write(`slipform-clip: ${error.message}\n`);
      return 1;
    }
    // Printed here: tfjs's wasm backend rethrows what nobody catches, and shows its minified source with it.
    const shown = error instanceof Error ? error.stack : String(error);
    process.stderr.write(`slipform-clip: this is a bug, please report it: ${shown}\n`);
    return 1;
  }
}

function integerFrom(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isSafeInteger(value) || value < least) {
      throw new InvalidArgumentError(`It must be an integer from ${least}.`);
    }
    return value;
  };
}

function isFileSystemError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
