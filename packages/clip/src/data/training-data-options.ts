import { shown } from '@slipform/kit/printable';
import type { Preprocessing } from '../encoder/preprocess';
import { InputError } from '../input-error';
import { type FieldNames, refuseUnknownOptions } from '../refuse-unknown-options';
import type { Tokenizer } from '../tokenizer/tokenizer';
import { type SourceFormat, sourceFormats } from './open-source';
import type { SourceFields } from './row-of-fields';
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
  /** Files of hard negatives as slipform-plant writes them (.jsonl, .parquet), joined by the captions' ids. */
  readonly negatives?: string | readonly string[];
  /** Folder of the images that negatives name as `hard_image`. Default: where the file of negatives lies. */
  readonly hardImages?: string;
  /** K, hard captions for each pair. Default 1. */
  readonly perCaption?: number;
  /** What the loss takes. With `'triplet'` and `'paired'` batches hold an image of each hard caption. Default `'captions'`. */
  readonly layout?: 'captions' | 'triplet' | 'paired';
  readonly tokenizer: Pick<Tokenizer, 'encode'>;
  /** The model's `imageSize`. */
  readonly imageSize: number;
  /** What the model wants done to images, from `loadPreprocessing`; its size must be `imageSize`. Default: CLIP's own. */
  readonly preprocessing?: Preprocessing | undefined;
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
  /** Told once of each row that can't be used and each image that can't be read. */
  readonly onSkip?: (skip: Skip) => void;
}

const optionNames: FieldNames<TrainingDataOptions> = {
  source: true,
  images: true,
  format: true,
  fields: true,
  split: true,
  negatives: true,
  hardImages: true,
  perCaption: true,
  layout: true,
  tokenizer: true,
  imageSize: true,
  preprocessing: true,
  batchSize: true,
  seed: true,
  captions: true,
  lastBatch: true,
  workers: true,
  ahead: true,
  onSkip: true,
};

/** @throws {InputError} for an option that nobody reads, or a value that is none of its */
export function checkOptions(options: TrainingDataOptions): void {
  refuseUnknownOptions('trainingData', options, optionNames);
  const { fields = {}, tokenizer, source, format } = options;
  const fieldNames = { image: true, caption: true, id: true, negative: true, hardImage: true } as const;
  refuseUnknownOptions('trainingData: fields', fields, fieldNames);
  const wholes = { imageSize: 1, batchSize: 1, seed: 0, perCaption: 1, workers: 0, ahead: 0 } as const;
  for (const [name, least] of Object.entries(wholes)) {
    const value = options[name as keyof typeof wholes];
    if (value === undefined && name !== 'imageSize' && name !== 'batchSize') continue;
    if (!Number.isSafeInteger(value) || value! < least) {
      throw new InputError(`trainingData: ${name} must be an integer from ${least}, got ${shown(value)}.`);
    }
  }
  const { preprocessing, imageSize } = options;
  if (preprocessing !== undefined && preprocessing?.size !== imageSize) {
    throw new InputError(
      `trainingData: preprocessing must be what loadPreprocessing returns, of the size ${imageSize}, got ${shown(preprocessing?.size)}.`,
    );
  }
  oneOf('layout', options.layout, ['captions', 'triplet', 'paired']);
  oneOf('captions', options.captions, ['one', 'all']);
  oneOf('lastBatch', options.lastBatch, ['drop', 'keep']);
  oneOf('format', format, sourceFormats);
  if (options.layout !== undefined && options.layout !== 'captions' && (options.perCaption ?? 1) !== 1) {
    throw new InputError(
      `trainingData: layout ${options.layout} takes one hard caption for each pair, got perCaption ${shown(options.perCaption)}.`,
    );
  }
  if (typeof source !== 'string' && !isNames(source)) {
    throw new InputError(`trainingData: source must name a file or several, got ${shown(source)}.`);
  }
  if (options.split !== undefined && typeof options.split !== 'string' && !isNames(options.split)) {
    throw new InputError(`trainingData: split must name one split or several, got ${shown(options.split)}.`);
  }
  if (typeof tokenizer?.encode !== 'function') {
    throw new InputError(
      'trainingData: tokenizer must have an encode(text), as loadTokenizer and trainTokenizer make one.',
    );
  }
}

function isNames(value: unknown): boolean {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}

function oneOf(name: string, value: unknown, allowed: readonly string[]): void {
  if (value === undefined || allowed.some((one) => one === value)) return;
  throw new InputError(`trainingData: ${name} must be one of ${allowed.join(', ')}, got ${shown(value)}.`);
}
