import { InputError } from '@slipform/kit/errors/input-error';
import {
  abortSignal,
  callback,
  choice,
  integer,
  optional,
  type RowsFor,
} from '@slipform/kit/options/options';
import { quoted } from '@slipform/kit/text/printable';
import { tidy } from '@tensorflow/tfjs-core';
import type { ClipModel } from '../model/clip-model';
import { longestText, tokenIds } from '../tokenizer/token-matrix';
import type { Tokenizer } from '../tokenizer/tokenizer';
import type { EmbeddingWorkers } from '../workers/embedding-workers';
import { type PackedRows, unpackRows } from '../workers/packed-rows';
import type { Decode } from './decode-image';
import type { EmbedImagesOptions, EmbedProgress, SkippedImage } from './encoder';

export interface EmbedPartsOptions {
  /** Inputs that are embedded at a time. */
  readonly batchSize: number;
  /** Whether embeddings are scaled to unit length. */
  readonly normalize: boolean;
  readonly signal?: AbortSignal | undefined;
  /** What an input is called in a message. */
  readonly nameOf: (index: number) => string;
  /** Threads that compute; without them this one does. */
  readonly workers?: EmbeddingWorkers | undefined;
}

/** Inputs that have been embedded together. */
export interface EmbeddedPart {
  /** Their places among all inputs; those that were left out are not among them. */
  readonly indices: readonly number[];
  /** `[indices.length, embeddingSize]`, row after row. */
  readonly values: Float32Array;
  readonly skipped: readonly SkippedImage[];
  /** Inputs that are done by now, with those that were left out. */
  readonly done: number;
}

/** Inputs that are ready for the tower. */
interface Prepared {
  readonly indices: readonly number[];
  readonly skipped: readonly SkippedImage[];
  readonly rows: PackedRows;
}

/** Embeds `count` images in their order, a part at a time, while the next part is decoded. */
export function embedImageParts(
  model: ClipModel,
  count: number,
  decode: Decode,
  options: EmbedPartsOptions,
): AsyncGenerator<EmbeddedPart> {
  const size = model.config.image.imageSize;
  const prepare = async (start: number, end: number): Promise<Prepared> => {
    const { pixels, problems } = await decode(start, end);
    const rows = [...problems.keys()].filter((row) => problems[row] === undefined);
    const kept = keepRows(pixels, rows, size * size * 3);
    return {
      indices: rows.map((row) => start + row),
      skipped: problems.flatMap((reason, row) =>
        reason === undefined ? [] : [{ index: start + row, reason }],
      ),
      rows: packed('image', kept, [rows.length, size, size, 3]),
    };
  };
  return embedParts(model, 'image', count, prepare, options);
}

/** Embeds texts in their order, a part at a time; each is tokenised once and cut at what the model reads. */
export function embedTextParts(
  model: ClipModel,
  tokenizer: Tokenizer,
  texts: readonly string[],
  options: EmbedPartsOptions,
): AsyncGenerator<EmbeddedPart> {
  const longest = textLength(model, tokenizer);
  const prepare = async (start: number, end: number): Promise<Prepared> => {
    const rows = texts.slice(start, end).map((text) => tokenizer.encode(text));
    const columns = Math.min(longestText(rows), longest);
    return {
      indices: rows.map((_, row) => start + row),
      skipped: [],
      rows: packed('text', tokenIds(rows, columns, 0), [rows.length, columns]),
    };
  };
  return embedParts(model, 'text', texts.length, prepare, options);
}

/** The most tokens of a text that a model reads, start and end included. */
export function textLength(model: ClipModel, tokenizer: Tokenizer): number {
  return Math.min(tokenizer.contextLength, model.config.text.contextLength);
}

function packed(tower: PackedRows['tower'], values: PackedRows['values'], shape: number[]): PackedRows {
  return { tower, kind: tower === 'image' ? 'pixels' : 'tokens', perPair: undefined, shape, values };
}

async function* embedParts(
  model: ClipModel,
  tower: PackedRows['tower'],
  count: number,
  prepare: (start: number, end: number) => Promise<Prepared>,
  { batchSize, normalize, signal, nameOf, workers }: EmbedPartsOptions,
): AsyncGenerator<EmbeddedPart> {
  const begin = (start: number) => {
    if (start >= count) return undefined;
    return handled(prepare(start, Math.min(start + batchSize, count)));
  };
  const embed = async ({ indices, skipped, rows }: Prepared, done: number): Promise<EmbeddedPart> => {
    const isEmpty = indices.length === 0;
    const values = isEmpty ? new Float32Array(0) : await (threads?.embed(rows) ?? embedHere(model, rows));
    checkFinite(values, indices, nameOf);
    if (normalize) toUnitLengths(values, indices.length);
    return { indices, values, skipped, done };
  };
  const threads = workers?.forRows(tower, count);
  const maxUnderWay = threads?.batchesUnderWay(Math.min(batchSize, count)) ?? 1;
  const underWay: Promise<EmbeddedPart>[] = [];
  let next = begin(0);
  for (let start = 0; start < count; start += batchSize) {
    const done = Math.min(start + batchSize, count);
    signal?.throwIfAborted();
    const prepared = (await next)!;
    next = begin(done);
    if (start > 0) await nextTurn();
    signal?.throwIfAborted();
    underWay.push(handled(embed(prepared, done)));
    if (underWay.length === maxUnderWay) yield await underWay.shift()!;
  }
  for (const part of underWay) {
    signal?.throwIfAborted();
    yield await part;
  }
}

/** Marks a promise as handled, since it may fail before its turn to be awaited comes. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

async function embedHere(model: ClipModel, packedRows: PackedRows): Promise<Float32Array> {
  const embedded = tidy(() => {
    const { rows, take, embed } = unpackRows(model, packedRows);
    return embed(take(0, rows));
  });
  const values = Float32Array.from(await embedded.data());
  embedded.dispose();
  return values;
}

/** The named rows of a matrix; the matrix itself where these are all of its rows. */
function keepRows(
  matrix: Float32Array<ArrayBuffer>,
  rows: readonly number[],
  width: number,
): Float32Array<ArrayBuffer> {
  if (rows.length * width === matrix.length) return matrix;
  const kept = new Float32Array(rows.length * width);
  rows.forEach((row, i) => {
    kept.set(matrix.subarray(row * width, (row + 1) * width), i * width);
  });
  return kept;
}

function checkFinite(
  values: Float32Array,
  indices: readonly number[],
  nameOf: (index: number) => string,
): void {
  const at = values.findIndex((value) => !Number.isFinite(value));
  if (at < 0) return;
  const row = Math.floor(at / (values.length / indices.length));
  throw new InputError(
    `the embedding of ${quoted(nameOf(indices[row]!))} must be finite, and holds ${values[at]}; the model's weights are broken: take those of an earlier checkpoint, or train anew.`,
  );
}

function toUnitLengths(values: Float32Array, rows: number): void {
  const width = values.length / rows;
  for (let row = 0; row < rows; row++) toUnitLength(values.subarray(row * width, (row + 1) * width));
}

/** Lets signals (Ctrl-C) and a page's events have their turn, since a backend that computes at once never pauses. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Scales a vector to unit length, in place; the zero vector stays. */
export function toUnitLength(x: Float32Array): void {
  let sum = 0;
  for (const value of x) sum += value * value;
  const length = Math.sqrt(sum);
  if (length > 0) for (let i = 0; i < x.length; i++) x[i]! /= length;
}

export const EMBED_ROWS = {
  batchSize: optional(integer({ min: 1 })),
  signal: optional(abortSignal()),
  onProgress: optional(callback<(progress: EmbedProgress) => void>()),
  onError: optional(choice(['throw', 'skip'])),
} satisfies RowsFor<EmbedImagesOptions>;
