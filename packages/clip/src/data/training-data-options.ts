import { InputError, refuse } from '@slipform/kit/errors/input-error';
import {
  anyOf,
  callback,
  choice,
  defineOptions,
  flag,
  integer,
  listOf,
  optional,
  type RowsFor,
  record,
  rule,
  text,
} from '@slipform/kit/options/options';
import { shown } from '@slipform/kit/text/printable';
import type { ClipEncoder } from '../encoder/clip-encoder';
import type { Preprocessing } from '../encoder/preprocess';
import type { Tokenizer } from '../tokenizer/tokenizer';
import { AUGMENT, type AugmentOptions } from './augment';
import type { SourceFields } from './file-rows';
import { type SourceFormat, sourceFormats } from './open-source';
import type { Skip } from './skips';

export interface TrainingDataOptions {
  /**
   * A table (.csv, .tsv, .jsonl, .parquet), COCO's captions or Karpathy's splits (.json), webdataset shards (.tar;
   * `shard-{000..012}.tar` names 13), a folder of shards or one with a metadata.csv; or several of one kind.
   */
  readonly source: string | readonly string[];
  /** Folder of the images that a table or COCO's file names. Default: where that file lies. */
  readonly images?: string;
  /** Default: what the name says. */
  readonly format?: SourceFormat;
  /** Columns or fields that have other names than the usual ones. */
  readonly fields?: SourceFields;
  /** Which splits of Karpathy's file are taken; other files have none. Default: `['train', 'restval']`, as the field trains. */
  readonly split?: string | readonly string[];
  /**
   * Embeddings of the images that were made once, so that the image tower is neither needed nor trained: a `.npy` of
   * `slipform-clip embed MODEL IMAGES -o FOLDER/`, or that folder. The batches hold them in place of pixels. They must be
   * of the very model and preprocessing that `encoder` has, as the record beside them says. Default: the images are read.
   */
  readonly imageEmbeddings?: string;
  /**
   * For a loss with `keepClose`: embeddings of the images by the model that training starts from, as `imageEmbeddings` takes
   * them, of the pictures as they are. The captions are embedded by `encoder` as the data are opened. The batches hold both
   * as `teacher`, so that no second model runs. Default: none.
   */
  readonly teacher?: string;
  /** Files of hard negatives as slipform-plant writes them (.jsonl, .parquet), joined by the captions' ids. */
  readonly negatives?: string | readonly string[];
  /**
   * Folder of the images that rows and negatives name as `hard_image` or `negativeFilepath`. Default: for rows, `images`; for
   * negatives where their file lies, and for naturally occurring pairs, whose images are the source's own, `images` if none is there.
   */
  readonly hardImages?: string;
  /** K, hard captions for each pair. Default 1. */
  readonly perCaption?: number;
  /** What the loss takes. With `'triplet'` and `'paired'` batches hold an image of each hard caption. Default `'captions'`. */
  readonly layout?: 'captions' | 'triplet' | 'paired';
  /** What `loadEncoder` or `createEncoder` returned: tokenizer, image size and preprocessing are its own. */
  readonly encoder?: Pick<ClipEncoder, 'model' | 'tokenizer' | 'preprocessing'> &
    Partial<Pick<ClipEncoder, 'embedTexts' | 'identity'>>;
  /** Without `encoder`, or in place of its own. */
  readonly tokenizer?: Pick<Tokenizer, 'encode'>;
  /** The model's `imageSize`; without `encoder`. */
  readonly imageSize?: number;
  /** What the model wants done to images; its size must be the model's. Default: the encoder's, else CLIP's own. */
  readonly preprocessing?: Preprocessing | undefined;
  /**
   * Shows pictures in another view at each step: a random part of another ratio, resized to the model's square, and
   * mirrored with `flip`. True for the defaults. A step and its example fix the view. An image of a hard caption is
   * seen as the image of its row is. Default: false, all of each picture as `preprocessing` says.
   */
  readonly augment?: boolean | AugmentOptions;
  readonly batchSize: number;
  /** Fixes order, captions and negatives of every epoch. Default 0. */
  readonly seed?: number;
  /** Of several captions of an image, one drawn for each epoch, or all, a pair each. Default `'one'`. */
  readonly captions?: 'one' | 'all';
  /** What becomes of an epoch's last pairs where they fill no batch. Default `'drop'`. */
  readonly lastBatch?: 'drop' | 'keep';
  /** Threads that decode; 0 decodes on the calling one. The batches are the same. Default: 2, or 1 on two cores. */
  readonly workers?: number;
  /** Batches that are made ahead of the one in use, each held in memory. Default 2. */
  readonly ahead?: number;
  /** Called once for each row that can't be used and each image that can't be read. */
  readonly onSkip?: (skip: Skip) => void;
}

const FIELDS = defineOptions('trainingData: fields', {
  image: optional(text()),
  caption: optional(text()),
  id: optional(text()),
  negative: optional(text()),
  hardImage: optional(text()),
} satisfies RowsFor<SourceFields>);

const NAMES = anyOf(text('the name of a file'), listOf(text('the name of a file'), 'a list'));
const SPLITS = anyOf(text('the name of a split'), listOf(text('the name of a split'), 'a list'));

const OPTIONS = defineOptions('trainingData', {
  source: NAMES,
  images: optional(text('the path of a folder')),
  format: optional(choice(sourceFormats)),
  fields: optional(record(FIELDS)),
  split: optional(SPLITS),
  imageEmbeddings: optional(text('the path of a .npy or of a folder')),
  teacher: optional(text('the path of a .npy or of a folder')),
  negatives: optional(NAMES),
  hardImages: optional(text('the path of a folder')),
  perCaption: optional(integer({ min: 1 }), 1),
  layout: optional(choice(['captions', 'triplet', 'paired']), 'captions'),
  encoder: optional(
    rule<NonNullable<TrainingDataOptions['encoder']>>('what loadEncoder or createEncoder returns', isEncoder),
  ),
  tokenizer: optional(
    rule<Pick<Tokenizer, 'encode'>>(
      'an object with encode(text), as loadTokenizer and trainTokenizer make one',
      (value) =>
        typeof value === 'object' &&
        value !== null &&
        'encode' in value &&
        typeof value.encode === 'function',
    ),
  ),
  imageSize: optional(integer({ min: 1 })),
  preprocessing: optional(
    rule<Preprocessing>(
      'what loadPreprocessing returns',
      (value) => typeof value === 'object' && value !== null,
    ),
  ),
  augment: optional(anyOf(flag(), record(AUGMENT))),
  batchSize: integer({ min: 1 }),
  seed: optional(integer({ min: 0 }), 0),
  captions: optional(choice(['one', 'all']), 'one'),
  lastBatch: optional(choice(['drop', 'keep']), 'drop'),
  workers: optional(integer({ min: 0 })),
  ahead: optional(integer({ min: 0 }), 2),
  onSkip: optional(callback<NonNullable<TrainingDataOptions['onSkip']>>()),
} satisfies RowsFor<TrainingDataOptions>);

function isEncoder(value: unknown): boolean {
  const has = (name: string, of: unknown): of is object =>
    typeof of === 'object' && of !== null && name in of;
  return has('model', value) && has('tokenizer', value) && has('preprocessing', value);
}

/** The options with their defaults. @throws {InputError} for an unknown option, or a value that breaks its rule */
export function readTrainingDataOptions(options: TrainingDataOptions) {
  const all = OPTIONS.read(options);
  const { encoder, augment, ...read } = all;
  const {
    tokenizer = encoder?.tokenizer,
    imageSize = encoder?.preprocessing.size,
    preprocessing = encoder?.preprocessing,
    layout,
    perCaption,
  } = read;
  if (tokenizer === undefined || imageSize === undefined) {
    const missing = tokenizer === undefined ? 'tokenizer' : 'imageSize';
    refuse(
      'trainingData',
      missing,
      'must be there where no encoder is',
      'undefined',
      'pass encoder: await loadEncoder(…), or tokenizer and imageSize',
    );
  }
  if (preprocessing !== undefined && preprocessing.size !== imageSize) {
    refuse(
      'trainingData',
      'preprocessing',
      `must be what loadPreprocessing returns, of the size ${imageSize}`,
      shown(preprocessing.size),
    );
  }
  if (layout !== 'captions' && perCaption !== 1) {
    throw new InputError(
      `trainingData: layout ${layout} takes one hard caption for each pair, got perCaption ${shown(perCaption)}.`,
    );
  }
  return {
    ...read,
    imageEmbeddings: embeddingsOf(all),
    teacher: teacherOf(all),
    tokenizer,
    imageSize,
    preprocessing: preprocessing ?? { size: imageSize },
    augment:
      augment === undefined || augment === false ? undefined : AUGMENT.read(augment === true ? {} : augment),
  };
}

/** Which embeddings are read, and for what model. @throws {InputError} for an option that asks for pixels too */
function embeddingsOf({
  imageEmbeddings: path,
  layout,
  preprocessing,
  encoder,
  augment,
}: ReturnType<typeof OPTIONS.read>) {
  if (path === undefined) return undefined;
  const pixels =
    layout !== 'captions'
      ? `layout ${layout}`
      : augment !== undefined && augment !== false
        ? 'augment'
        : preprocessing !== undefined
          ? 'preprocessing'
          : undefined;
  if (pixels !== undefined) {
    throw new InputError(
      `trainingData: imageEmbeddings must stand without ${pixels}, which needs the images themselves; leave one of them out.`,
    );
  }
  return { option: 'imageEmbeddings', path, ...knownEncoder('imageEmbeddings', encoder) } as const;
}

/** Which embeddings are the teacher's, and who embeds the captions. */
function teacherOf({ teacher: path, encoder }: ReturnType<typeof OPTIONS.read>) {
  if (path === undefined) return undefined;
  const known = knownEncoder('teacher', encoder);
  const { model, embedTexts } = encoder!;
  if (embedTexts === undefined) {
    throw new InputError(
      'trainingData: teacher needs an encoder with embedTexts; pass encoder: await loadEncoder(…), not yet trained.',
    );
  }
  return { option: 'teacher', path, ...known, encoder: { model, embedTexts } } as const;
}

function knownEncoder(option: string, encoder: TrainingDataOptions['encoder']) {
  const identity = encoder?.identity;
  if (encoder === undefined || identity === undefined) {
    throw new InputError(
      `trainingData: ${option} needs an encoder whose files are known, to compare them with those that made the embeddings; pass encoder: await loadEncoder(…), not yet trained.`,
    );
  }
  return { identity, width: encoder.model.config.embeddingSize };
}
