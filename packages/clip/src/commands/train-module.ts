import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { optional, readOptions, rule, text } from '@slipform/kit/options/options';
import type { Preprocessing } from '../encoder/preprocess';
import { InputError } from '../input-error';
import { type SavedTokenizer, tokenizerJson } from '../tokenizer/tokenizer-file';
import { TRAIN_ROWS, type TrainOptions } from '../training/train-options';
import { moduleError } from './module-error';
import type { TrainFlags } from './train-flags';
import { UsageError } from './usage-error';

/** What a training module exports as default, or returns from the function that it exports. */
export interface TrainModule extends TrainOptions {
  /** Folder for the trained model. */
  readonly output?: string;
  /** Saved beside the weights. */
  readonly tokenizer?: SavedTokenizer;
  /** What the module's data do to images, saved beside the weights. Default: what `trainingData` did, else CLIP's own. */
  readonly preprocessing?: Preprocessing | undefined;
}

const MODULE_ROWS = {
  ...TRAIN_ROWS,
  output: optional(text('the path of a folder')),
  tokenizer: optional(rule<SavedTokenizer>('a tokenizer', () => true)),
  preprocessing: optional(rule<Preprocessing>('a preprocessing', () => true)),
};

/** Imports a module and takes its options. Throws an InputError that begins with the file. */
export async function readModule(
  file: string,
  { seed, augment = false }: Pick<TrainFlags, 'seed' | 'augment'>,
): Promise<TrainModule> {
  let made: unknown;
  try {
    const module: { default?: unknown } = await import(pathToFileURL(resolve(file)).href);
    made = typeof module.default === 'function' ? await module.default({ seed, augment }) : module.default;
  } catch (error) {
    throw moduleError(file, error);
  }
  if (typeof made !== 'object' || made === null) {
    throw new InputError(
      `${file} must export as default the options of trainClip, or a function that returns them.`,
    );
  }
  for (const field of ['model', 'data', 'loss', 'optimizer', 'steps']) {
    if (!(field in made))
      throw new InputError(`${file} must name \`${field}\` among the options that it exports.`);
  }
  const options: TrainModule = readOptions(file, MODULE_ROWS, made);
  // Not only when the model is trained and all depends on it.
  if (options.tokenizer !== undefined) tokenizerJson(options.tokenizer);
  if (augment && !isAugmented(options.data)) {
    throw new UsageError(
      `--augment: the data of ${file} are not augmented; take augment from the argument of its function, and pass it to trainingData.`,
    );
  }
  return options;
}

function isAugmented(data: TrainModule['data']): boolean {
  return typeof data === 'object' && 'augment' in data && data.augment !== undefined;
}
