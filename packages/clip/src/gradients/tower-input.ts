import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { quoted, shown } from '@slipform/kit/text/printable';
import {
  gatherND,
  type Rank,
  range,
  reshape,
  Tensor,
  type Tensor2D,
  type Tensor4D,
  tensor2d,
  tensor4d,
} from '@tensorflow/tfjs-core';
import type { ClipModel } from '../model/clip-model';
import { encodeTextsByLength } from '../model/texts-by-length';
import { longestText, tokenMatrix } from '../tokenizer/token-matrix';
import type { TrainBatch } from './train-batch';

/** Rows of a batch for one tower: pixels, tokens, or embeddings as they are. */
export interface TowerInput {
  readonly tower: 'image' | 'text';
  readonly kind: 'pixels' | 'tokens' | 'embeddings';
  readonly rows: number;
  /** K where there are K texts for each pair. */
  readonly perPair: number | undefined;
  /** `count` rows from `start` on. All of them are the caller's own tensor where the batch holds one. */
  take(start: number, count: number): Tensor;
  /** Embeddings of such rows, on the tape where something of the tower is trained. */
  embed(rows: Tensor): Tensor2D;
}

/** The fields of an embedded batch. */
export type EmbeddingName = 'images' | 'captions' | 'hardCaptions' | 'hardImages';

/** What there is of each field of a batch. */
export interface BatchFields<T> {
  readonly images: T;
  readonly captions: T;
  readonly hardCaptions?: T;
  readonly hardImages?: T;
}

export type BatchInputs = BatchFields<TowerInput>;

/** A batch as inputs of the towers, its sizes checked. Throws an InputError that names the field. */
export function batchInputs(model: ClipModel, batch: TrainBatch): BatchInputs {
  checkBatch(batch);
  const { tokens, hardTokens, imageEmbeddings } = batch;
  if (batch.images !== undefined && imageEmbeddings !== undefined) {
    throw new InputError(
      'trainClip: a batch must have images or imageEmbeddings, and has both; leave one out.',
    );
  }
  const images =
    imageEmbeddings === undefined
      ? imageInput(model, batch, 'images', textCount(batch))
      : embeddingInput(model, imageEmbeddings);
  const captions = textInput(model, tokens, 'tokens');
  if (captions.rows !== images.rows) {
    refuse(
      'trainClip',
      'a batch',
      'must have as many captions as images',
      `${captions.rows} and ${images.rows}`,
    );
  }
  const hardCaptions = hardTokens === undefined ? undefined : textInput(model, hardTokens, 'hardTokens');
  const hardRows =
    hardCaptions === undefined ? captions.rows : hardCaptions.rows / (hardCaptions.perPair ?? 1);
  if (hardRows !== captions.rows) {
    refuse(
      'trainClip',
      'the hard captions',
      `must be a text for each of the ${captions.rows} pairs`,
      hardRows,
    );
  }
  const hardImages =
    batch.hardImages === undefined ? undefined : imageInput(model, batch, 'hardImages', captions.rows);
  return {
    images,
    captions,
    ...(hardCaptions === undefined ? {} : { hardCaptions }),
    ...(hardImages === undefined ? {} : { hardImages }),
  };
}

function imageInput(
  model: ClipModel,
  batch: TrainBatch,
  name: 'images' | 'hardImages',
  pairs: number,
): TowerInput {
  const tower = 'image';
  const pixels: unknown = batch[name];
  checkPixels(pixels, name);
  const embed = (rows: Tensor): Tensor2D => model.encodeImages(rows as Tensor4D);
  if (pixels instanceof Tensor) {
    const take = (start: number, count: number) => rowsOf(pixels, start, count);
    return { tower, kind: 'pixels', rows: pixels.shape[0], perPair: undefined, take, embed };
  }
  const size = model.config.image.imageSize;
  const each = size * size * 3;
  const side = Math.sqrt(pixels.length / pairs / 3);
  if (side !== size && Number.isInteger(side) && side > 0) {
    refuse(
      'trainClip',
      name,
      `must hold ${size}×${size}×3 = ${each} numbers for each of the ${pairs} captions`,
      `${pixels.length} in all, as many as images of ${side}×${side} have`,
      `make them of the model's imageSize, ${size}`,
    );
  }
  if (pixels.length === 0 || pixels.length % each !== 0) {
    refuse(
      'trainClip',
      name,
      `must hold ${size}×${size}×3 = ${each} numbers for each image`,
      `${pixels.length} in all`,
    );
  }
  // A view, so that only the rows that are asked for reach the device.
  const take = (start: number, count: number) =>
    tensor4d(pixels.subarray(start * each, (start + count) * each), [count, size, size, 3]);
  return { tower, kind: 'pixels', rows: pixels.length / each, perPair: undefined, take, embed };
}

/** How many texts a batch seems to have, before it has been checked; NaN where it says nothing. */
function textCount({ tokens }: TrainBatch): number {
  const texts: unknown = tokens;
  if (texts instanceof Tensor) return texts.shape[0] ?? Number.NaN;
  return Array.isArray(texts) ? texts.length : Number.NaN;
}

function textInput(
  model: ClipModel,
  tokens: TrainBatch['hardTokens'],
  name: 'tokens' | 'hardTokens',
): TowerInput {
  const tower = 'text';
  const embed = (rows: Tensor): Tensor2D => encodeTextsByLength(model, rows as Tensor2D);
  if (tokens instanceof Tensor) {
    const perPair = tokens.rank === 3 ? tokens.shape[1] : undefined;
    const rows = tokens.shape[0] * (perPair ?? 1);
    const flat = () => reshape<Rank.R2>(tokens, [rows, tokens.shape[tokens.rank - 1]!]);
    if (tokens.dtype !== 'int32') {
      refuse(
        'trainClip',
        name,
        'must be int32 tokens [batch, length]',
        `a tensor of ${tokens.dtype} [${tokens.shape}]`,
      );
    }
    const take = (start: number, count: number) =>
      rowsOf(perPair === undefined ? tokens : flat(), start, count);
    return { tower, kind: 'tokens', rows, perPair, take, embed };
  }
  const { texts, perPair } = flatTexts(tokens, name);
  checkTexts(texts, name, model.config.text.vocabularySize);
  if (longestText(texts) === 0) throw new InputError(`trainClip: ${name} must not be empty.`);
  const { endToken: padding, contextLength } = model.config.text;
  // Padded to the longest of these rows only: what follows the end token has no influence.
  const take = (start: number, count: number) => {
    const taken = texts.slice(start, start + count);
    return tokenMatrix(taken, Math.min(longestText(taken), contextLength), padding);
  };
  return { tower, kind: 'tokens', rows: texts.length, perPair, take, embed };
}

/** Embeddings of images go to the loss as they are. */
function embeddingInput(model: ClipModel, embeddings: unknown): TowerInput {
  const width = model.config.embeddingSize;
  const isFlat =
    embeddings instanceof Float32Array && embeddings.length > 0 && embeddings.length % width === 0;
  const isMatrix =
    embeddings instanceof Tensor &&
    embeddings.dtype === 'float32' &&
    embeddings.rank === 2 &&
    embeddings.shape[1] === width;
  if (!isFlat && !isMatrix) {
    const got =
      embeddings instanceof Tensor
        ? `a tensor of ${embeddings.dtype} [${embeddings.shape}]`
        : embeddings instanceof Float32Array
          ? `${embeddings.length} numbers`
          : shown(embeddings);
    refuse(
      'trainClip',
      'imageEmbeddings',
      `must be a float32 tensor [batch, ${width}] or as many numbers in a Float32Array`,
      got,
      'embedImages makes them',
    );
  }
  const towerOnly = ['vision_model.*', 'visual_projection.*'];
  refuseTrained(model, 'imageEmbeddings', 'a frozen image tower with its projection', towerOnly);
  const take = (start: number, count: number): Tensor =>
    embeddings instanceof Tensor
      ? rowsOf(embeddings, start, count)
      : tensor2d(embeddings.subarray(start * width, (start + count) * width), [count, width]);
  // A view: a step keeps and frees what it embeds, and the batch's own tensor is the caller's.
  const embed = (rows: Tensor): Tensor2D => reshape<Rank.R2>(rows, rows.shape as [number, number]);
  const rows = (embeddings instanceof Tensor ? embeddings.size : embeddings.length) / width;
  return { tower: 'image', kind: 'embeddings', rows, perPair: undefined, take, embed };
}

/** @param patterns of the parameters that must be frozen, each a prefix and `*` */
function refuseTrained(model: ClipModel, name: string, need: string, patterns: readonly string[]): void {
  const trained = [...model.parameters].find(
    ([key, { trainable }]) => trainable && patterns.some((pattern) => key.startsWith(pattern.slice(0, -1))),
  );
  if (trained === undefined) return;
  const frozen = patterns.map((pattern) => `'!${pattern}'`).join(', ');
  throw new InputError(
    `trainClip: ${name} need ${need}, but ${trained[0]} is trainable; pass trainable: [${frozen}].`,
  );
}

/** Texts of all pairs in a row, and K of [batch, K, length]. */
function flatTexts(
  tokens: Exclude<TrainBatch['hardTokens'], Tensor>,
  name: string,
): { readonly texts: readonly (readonly number[])[]; readonly perPair: number | undefined } {
  if (!Array.isArray(tokens)) {
    refuse('trainClip', name, 'must be a tensor, or an array with the ids of each text', shown(tokens));
  }
  const nested = tokens as readonly (readonly (number | readonly number[])[])[];
  if (!Array.isArray(nested[0]?.[0])) {
    if (nested.length === 0) throw new InputError(`trainClip: ${name} must not be empty.`);
    return { texts: nested as readonly (readonly number[])[], perPair: undefined };
  }
  const perPair = nested[0].length;
  if (nested.some((texts) => !Array.isArray(texts) || texts.length !== perPair)) {
    throw new InputError(
      `trainClip: ${name} must have equally many texts for each pair; repeat one and mark it in \`valid\`.`,
    );
  }
  return { texts: nested.flat() as readonly (readonly number[])[], perPair };
}

/** Rows of a tensor. By gatherND: slice on wasm copies the whole tensor out of the heap first. */
function rowsOf(x: Tensor, start: number, count: number): Tensor {
  const [rows, ...rest] = x.shape as [number, ...number[]];
  if (start === 0 && count === rows) return x;
  const indices = reshape<Rank.R2>(range(start, start + count, 1, 'int32'), [count, 1]);
  const flat = reshape<Rank.R2>(x, [rows, x.size / rows]);
  return reshape(gatherND(flat, indices), [count, ...rest]);
}

const FIELDS: Readonly<Record<keyof TrainBatch, true>> = {
  images: true,
  imageEmbeddings: true,
  tokens: true,
  hardTokens: true,
  hardImages: true,
  concreteness: true,
  valid: true,
  textIds: true,
  groups: true,
  teacher: true,
};

/** Names that the loss's batch has, or that one might think of, and what they are called here. */
const MEANT: Readonly<Record<string, keyof TrainBatch>> = {
  image: 'images',
  pixels: 'images',
  caption: 'tokens',
  captions: 'tokens',
  texts: 'tokens',
  hardCaptions: 'hardTokens',
  hardTexts: 'hardTokens',
  negatives: 'hardTokens',
};

/** JavaScript may hand us anything: throws an InputError for what is no batch, and for a field that nobody reads. */
function checkBatch(batch: unknown): void {
  if (typeof batch !== 'object' || batch === null) {
    refuse('trainClip', 'data', 'must give a batch { images, tokens, … } for each step', shown(batch));
  }
  const unknown = Object.keys(batch).find((key) => !Object.hasOwn(FIELDS, key));
  if (unknown === undefined) {
    refuseDisposed(batch);
    return;
  }
  const hint = Object.hasOwn(MEANT, unknown) ? `; ${MEANT[unknown]} is what you mean, perhaps` : '';
  throw new InputError(
    `trainClip: a batch has no field ${quoted(unknown)}; there are ${Object.keys(FIELDS).join(', ')}${hint}.`,
  );
}

/** tfjs fails on such a tensor in words of its own, deep in a kernel. */
function refuseDisposed(batch: object): void {
  for (const [name, value] of Object.entries(batch)) {
    if (!(value instanceof Tensor) || !value.isDisposed) continue;
    throw new InputError(
      `trainClip: ${name} is a tensor that has been disposed of; give one that lives for the step, or an array.`,
    );
  }
}

/** Throws an InputError for pixels that are neither a float32 tensor nor a Float32Array. */
function checkPixels(pixels: unknown, name: string): asserts pixels is Tensor4D | Float32Array {
  const isTensor = pixels instanceof Tensor && pixels.dtype === 'float32';
  if (pixels instanceof Float32Array || (isTensor && pixels.rank === 4)) return;
  const got =
    pixels instanceof Tensor ? `a tensor of ${pixels.dtype} [${pixels.shape}]` : describeValue(pixels);
  refuse(
    'trainClip',
    name,
    'must be a Float32Array or a float32 tensor [batch, size, size, 3] of preprocessed pixels',
    got,
    'normalizePixels makes them of bytes',
  );
}

/** Throws an InputError for texts that are not arrays of the vocabulary's ids. A GPU would read past its table's end. */
function checkTexts(texts: readonly unknown[], name: string, vocabularySize: number): void {
  texts.forEach((ids, row) => {
    if (!Array.isArray(ids) && !(ids instanceof Int32Array)) {
      refuse(
        'trainClip',
        name,
        'must be ids of tokens',
        `${describeValue(ids)} at ${row}`,
        'pass tokenizer.encode(text)',
      );
    }
    for (const id of ids as readonly number[]) {
      if (Number.isInteger(id) && id >= 0 && id < vocabularySize) continue;
      const got = shown(id);
      if (Number.isInteger(id)) {
        throw new InputError(
          `trainClip: ${name} must lie in [0, ${vocabularySize - 1}], got ${got} at ${row}; is the tokenizer the model's own?`,
        );
      }
      refuse('trainClip', name, 'must be ids of tokens, which are integers', `${got} at ${row}`);
    }
  });
}

/** The name of a value's class, or of its type. */
function describeValue(value: unknown): string {
  if (typeof value === 'string') return `the string ${quoted(value, 40)}`;
  if (typeof value !== 'object' || value === null) return shown(value);
  const maker: unknown = value.constructor;
  return typeof maker === 'function' ? `an object of ${maker.name}` : 'an object';
}
