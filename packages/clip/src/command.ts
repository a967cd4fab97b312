import { usageMessages } from '@slipform/kit/errors/usage-messages';
import { addOptions } from '@slipform/kit/options/add-options';
import { Command } from 'commander';
import { version } from '../package.json';
import { EMBED_FLAGS, embed } from './commands/embed';
import { INFO_FLAGS, printInfo } from './commands/info';
import { MIX_FLAGS, mix } from './commands/mix';
import { TRAIN_FLAGS, train } from './commands/train';
import { ZEROSHOT_FLAGS, zeroshot } from './commands/zeroshot';

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
  const information = program
    .command('info')
    .description('Architecture, naming, types, shards, parameters and memory of a model, without loading it.')
    .argument('<model>', 'a folder, a URL or hf:owner/name, in Hugging Face’s or open_clip’s form');
  addOptions(information, INFO_FLAGS).action((model: string, flags: unknown) =>
    printInfo(model, INFO_FLAGS.read(flags)),
  );
  const embedding = program
    .command('embed')
    .description('Embeddings of images or texts, as .npy (ids beside it, one a line) or .parquet.')
    .argument('<model>', 'a model: a folder, a URL or hf:owner/name')
    .argument(
      '<inputs...>',
      'an image, a folder of images, .tar shards, a table, or .txt with a text a line; several, globs and brace lists (in quotes) or @names.txt, a file of names, where the output is a folder',
    );
  addOptions(embedding, EMBED_FLAGS, { output: '-o, --output <file>' }).action(
    (model: string, inputs: readonly string[], flags: unknown) =>
      embed(model, inputs, EMBED_FLAGS.read(flags)),
  );
  const classifying = program
    .command('zeroshot')
    .description('The likeliest classes of images: a line for each with classes and probabilities.')
    .argument('<model>', 'a model: a folder, a URL or hf:owner/name')
    .argument('<images>', 'an image, a folder of images, .tar shards, a table, or .txt with a path a line');
  addOptions(classifying, ZEROSHOT_FLAGS).action((model: string, images: string, flags: unknown) =>
    zeroshot(model, images, ZEROSHOT_FLAGS.read(flags)),
  );
  const mixing = program
    .command('mix')
    .description(
      'Models between two that share a start, or between one and the mean of several: (1 − alpha) · BEFORE + alpha · AFTER.',
    )
    .argument('<before>', 'the model that training started from; with --average the first of all')
    .argument('<after...>', 'the model that came of it; of several, as of several seeds, the mean')
    .addHelpText('after', '\nExample: slipform-clip mix my-clip tuned --alpha 0,.25,.5,.75,1 -o between');
  addOptions(mixing, MIX_FLAGS, { output: '-o, --output <folder>' }).action(
    (before: string, after: readonly string[], flags: unknown) => mix(before, after, MIX_FLAGS.read(flags)),
  );

  await program.parseAsync(args, { from: 'user' });
  return 0;
}
