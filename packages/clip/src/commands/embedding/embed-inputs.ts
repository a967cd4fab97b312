import { quoted } from '@slipform/kit/printable';
import { type Tensor2D, tensor4d, tidy } from '@tensorflow/tfjs-core';
import type { Decoders } from '../../data/open-decoders';
import { describeBrokenImage } from '../../data/read-rows';
import type { SkipLog } from '../../data/skips';
import { InputError } from '../../input-error';
import type { ClipModel } from '../../model/clip-model';
import type { Tokenizer } from '../../tokenizer/tokenizer';
import type { Inputs } from '../list-inputs';

export interface EmbeddedRows {
  readonly ids: readonly string[];
  /** Row after row, `embeddingSize` numbers each. */
  readonly values: Float32Array;
  /** Inputs that are done, with those that were left out. */
  readonly done: number;
}

export interface EmbedOptions {
  readonly batchSize: number;
  /** To unit length. */
  readonly normalize: boolean;
}

/** Embeds inputs in their order, a batch at a time, while the images of the next one are decoded. */
export async function* embedInputs(
  inputs: Inputs,
  model: ClipModel,
  tokenizer: Tokenizer | undefined,
  decoders: Decoders,
  { batchSize, normalize }: EmbedOptions,
  skips: SkipLog,
): AsyncGenerator<EmbeddedRows> {
  const { items } = inputs;
  const size = model.config.image.imageSize;
  const decode = (start: number) => {
    if (inputs.kind !== 'images' || start >= items.length) return undefined;
    const decoded = decoders.decode(inputs.items.slice(start, start + batchSize).map(({ image }) => image));
    decoded.catch(() => {}); // It is awaited in its turn.
    return decoded;
  };
  let next = decode(0);
  for (let start = 0; start < items.length; start += batchSize) {
    const done = Math.min(start + batchSize, items.length);
    const decoded = await next;
    next = decode(done);
    if (inputs.kind === 'texts') {
      const part = inputs.items.slice(start, done);
      const embedded = encodeTexts(
        model,
        tokenizer!,
        part.map(({ text }) => text),
      );
      const ids = part.map(({ id }) => id);
      yield { ids, values: await valuesOf(embedded, normalize, ids), done };
      continue;
    }
    const { pixels, problems } = decoded!;
    const part = inputs.items.slice(start, done);
    part.forEach(({ image }, i) => {
      if (problems[i] !== undefined) skips.add(...describeBrokenImage(image, problems[i]));
    });
    const good = [...part.keys()].filter((i) => problems[i] === undefined);
    const ids = good.map((i) => part[i]!.id);
    const values =
      good.length === 0
        ? new Float32Array(0)
        : await valuesOf(encodeImages(model, pixels, good, size), normalize, ids);
    yield { ids, values, done };
  }
}

/** Tokens that are read of a text, at most. */
export function textLength(model: ClipModel, tokenizer: Tokenizer): number {
  return Math.min(tokenizer.contextLength, model.config.text.contextLength);
}

/** Embeddings of texts, `[texts, embeddingSize]`, as the tower gives them. */
export function encodeTexts(model: ClipModel, tokenizer: Tokenizer, texts: readonly string[]): Tensor2D {
  const length = textLength(model, tokenizer);
  return tidy(() => {
    const tokens = tokenizer.batch(texts);
    return model.encodeTexts(tokens.shape[1] <= length ? tokens : tokenizer.batch(texts, { length }));
  });
}

function encodeImages(
  model: ClipModel,
  pixels: Float32Array,
  rows: readonly number[],
  size: number,
): Tensor2D {
  const length = size * size * 3;
  const kept = rows.length * length === pixels.length ? pixels : new Float32Array(rows.length * length);
  if (kept !== pixels) {
    rows.forEach((row, i) => {
      kept.set(pixels.subarray(row * length, (row + 1) * length), i * length);
    });
  }
  return tidy(() => model.encodeImages(tensor4d(kept, [rows.length, size, size, 3])));
}

/**
 * The values of embeddings, which are freed.
 *
 * @param names what was embedded, row by row
 * @throws {InputError} for an embedding that is not finite
 */
export async function valuesOf(
  embedded: Tensor2D,
  normalize: boolean,
  names: readonly string[],
): Promise<Float32Array> {
  const width = embedded.shape[1];
  const values = Float32Array.from(await embedded.data());
  embedded.dispose();
  for (const [row, name] of names.entries()) {
    const embedding = values.subarray(row * width, (row + 1) * width);
    const wrong = embedding.find((value) => !Number.isFinite(value));
    if (wrong !== undefined) {
      throw new InputError(
        `the embedding of ${quoted(name)} must be finite, and holds ${wrong}; the model's weights are broken (NaN, infinite or far too large): take those of an earlier checkpoint, or train anew.`,
      );
    }
    if (normalize) toUnitLength(embedding);
  }
  return values;
}

/** In place; the zero vector stays. */
export function toUnitLength(x: Float32Array): void {
  let sum = 0;
  for (const value of x) sum += value * value;
  const length = Math.sqrt(sum);
  if (length > 0) for (let i = 0; i < x.length; i++) x[i]! /= length;
}
