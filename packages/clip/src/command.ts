import { usageMessages } from '@slipform/kit/errors/usage-messages';
import { addOptions } from '@slipform/kit/options/add-options';
import { Command, InvalidArgumentError, Option } from 'commander';
import { version } from '../package.json';
import { backendsOf } from './backend/backends';
import { embed } from './commands/embed';
import { printInfo } from './commands/info';
import { TRAIN_FLAGS, train } from './commands/train';
import { zeroshot } from './commands/zeroshot';

const commandBackends = backendsOf('node');

/** Runs `slipform-clip` with its arguments; resolves to 0, and throws what `commandMain` knows to end with. */
export async function runCommand(args: readonly string[]): Promise<number> {
  // @huggingface/hub says there what it downloads, and Node prints it among a command's results.
  console.debug = () => {};
  const program = new Command('slipform-clip')
    .description('Train CLIP dual encoders, look at them, and embed with them.')
    .version(version)
    .configureOutput(usageMessages('slipform-clip'))
    .exitOverride();
  const training = program
    .command('train')
    .description(
      'Train a model as an ES module says: it exports the model, the data, the loss and the steps.',
    )
    .argument('<config>', 'the module, e.g. train.mjs');
  addOptions(training, TRAIN_FLAGS, { output: '-o, --output <folder>' }).action(
    (file: string, flags: unknown) => train(file, TRAIN_FLAGS.read(flags)),
  );
  program
    .command('info')
    .description('Architecture, naming, types, shards, parameters and memory of a model, without loading it.')
    .argument('<model>', 'a folder, a URL or hf:owner/name, in Hugging Face’s or open_clip’s form')
    .option('--json', 'print JSON')
    .action(printInfo);
  program
    .command('embed')
    .description('Embeddings of images or texts, as .npy (ids beside it, one a line) or .parquet.')
    .argument('<model>', 'a model: a folder, a URL or hf:owner/name')
    .argument(
      '<inputs...>',
      'an image, a folder of images, .tar shards, a table, or .txt with a text a line; several, globs and brace lists (in quotes) or @names.txt, a file of names, where the output is a folder',
    )
    .requiredOption(
      '-o, --output <file>',
      'where they go: .npy or .parquet; or a folder, OUT/, where each input gets an output of its own',
    )
    .addOption(
      new Option('--output-format <format>', 'of the outputs in a folder (default: npy)').choices([
        'npy',
        'parquet',
      ]),
    )
    .option(
      '--task <n>',
      'do the inputs of this task only, counted from 0: those whose place in the list leaves this rest when divided by --of',
      integerFrom(0, 1_000_000),
    )
    .option('--of <n>', 'how many tasks share the inputs', integerFrom(1, 1_000_000))
    .option('--images', 'the images that a table names, or the paths in a .txt')
    .option('--texts', 'the captions of a table or of shards')
    .option('--image-folder <folder>', 'of the images that a table or .txt names (default: where it lies)')
    .option('--batch-size <n>', 'inputs embedded at a time', integerFrom(1), 64)
    .option('--no-normalize', 'as the towers give them, not at unit length')
    .addOption(backendOption())
    .addOption(kernelsOption())
    .addOption(experimentalOption())
    .addOption(workersOption())
    .option('--force', 'replace the output')
    .option('--json', 'print the summary as JSON')
    .action(embed);
  program
    .command('zeroshot')
    .description('The likeliest classes of images: a line for each with classes and probabilities.')
    .argument('<model>', 'a model: a folder, a URL or hf:owner/name')
    .argument('<images>', 'an image, a folder of images, .tar shards, a table, or .txt with a path a line')
    .option('--classes <classes>', 'file with a class a line, or a,b,c (default: the folders of the images)')
    .option(
      '--templates <templates>',
      'file with a prompt a line, {} where the class stands, or one prompt, or openai for its 80 (default: a photo of a {}.)',
    )
    .option('--labels <file>', 'table with the columns image and label (default: folders that are classes)')
    .option('--image-folder <folder>', 'of the images that a table or .txt names (default: where it lies)')
    .option('--top <n>', 'classes printed for each image', integerFrom(1), 5)
    .option('--batch-size <n>', 'inputs embedded at a time', integerFrom(1), 64)
    .addOption(backendOption())
    .addOption(kernelsOption())
    .addOption(experimentalOption())
    .addOption(workersOption())
    .option('--json', 'print JSON lines, the accuracy last')
    .action(zeroshot);

  await program.parseAsync(args, { from: 'user' });
  return 0;
}

function kernelsOption(): Option {
  return new Option('--no-kernels', 'on wasm, tfjs’s own kernels in place of ours');
}

function experimentalOption(): Option {
  return new Option('--experimental', 'on wasm, faster kernels by what V8 calls experimental');
}

function workersOption(): Option {
  return new Option('--workers <n>', 'threads that compute, on wasm and cpu; 0: one alone')
    .argParser(integerFrom(0, 1024))
    .default('auto', 'one for each core, where the work makes up for their start');
}

function backendOption(): Option {
  return new Option('--backend <name>', 'where tfjs computes').choices(commandBackends).default('wasm');
}

function integerFrom(least: number, most = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isSafeInteger(value) || value < least || value > most) {
      const end = most < Number.MAX_SAFE_INTEGER ? ` to ${most}` : '';
      throw new InvalidArgumentError(`It must be an integer from ${least}${end}.`);
    }
    return value;
  };
}
