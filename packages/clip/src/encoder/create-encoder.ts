import { shown } from '@slipform/kit/printable';
import { Tensor, type Tensor2D, tensor4d, tidy } from '@tensorflow/tfjs-core';
import { InputError } from '../input-error';
import { checkModel } from '../model/check-model';
import type { ClipModel } from '../model/clip-model';
import { refuseUnknownOptions } from '../refuse-unknown-options';
import type { Tokenizer } from '../tokenizer/tokenizer';
import type { Encoder, ImageInput } from './encoder';
import type { Preprocessing } from './preprocess';
import { readImage } from './read-image';

export interface EncoderOptions {
  /** Inputs that are embedded at a time. Default 128. */
  readonly batchSize?: number;
  /** What is done to image files and raw pixels, as `loadPreprocessing` reads it. Default: CLIP's. */
  readonly preprocessing?: Preprocessing | undefined;
}

// A picture of a camera takes 40 MB while it is read, and sharp has four threads.
const readAtOnce = 4;

/**
 * The encoder that benchmarks ask for. Inputs are embedded in batches of `batchSize` (default 128), so that
 * memory does not grow with their number; the results have unit length and the order of the inputs.
 * An image that can't be read is an InputError that names its file or its place in the list: rows would no longer
 * belong to images if it were left out. Whoever wants to skip reads each with `readImage` first.
 */
export function createEncoder(model: ClipModel, tokenizer: Tokenizer, options: EncoderOptions = {}): Encoder {
  checkModel('createEncoder', model);
  if (typeof tokenizer?.encode !== 'function' || typeof tokenizer.batch !== 'function') {
    throw new InputError(
      `createEncoder: tokenizer must be one of trainTokenizer or loadTokenizer, got ${tokenizer === null ? 'null' : typeof tokenizer}.`,
    );
  }
  refuseUnknownOptions('createEncoder', options, { batchSize: true, preprocessing: true });
  const { batchSize = 128 } = options;
  if (!Number.isInteger(batchSize) || batchSize < 1) {
    throw new InputError(`createEncoder: batchSize must be an integer from 1, got ${shown(batchSize)}.`);
  }
  const { vocabularySize, endToken } = model.config.text;
  if (tokenizer.vocabularySize > vocabularySize) {
    throw new InputError(
      `createEncoder: the tokenizer has ${tokenizer.vocabularySize} tokens and the model only ${vocabularySize}; they don't belong together.`,
    );
  }
  // Configs that say 2 mean the largest id.
  if (endToken !== 2 && tokenizer.endToken !== endToken) {
    throw new InputError(
      `createEncoder: the tokenizer ends a text with ${tokenizer.endToken} and the model reads it at ${endToken}; they don't belong together.`,
    );
  }
  const size = model.config.image.imageSize;
  const { preprocessing = { size } } = options;
  if (preprocessing?.size !== size) {
    throw new InputError(
      `createEncoder: preprocessing.size must be the model's image size ${size}, got ${shown(preprocessing?.size)}.`,
    );
  }
  return {
    embedImages: async (images) => {
      checkArray('embedImages', 'images', images);
      model.checkAlive('embedImages');
      return inBatches(images, batchSize, async (part, start) => {
        const flat = new Float32Array(part.length * size * size * 3);
        for (let i = 0; i < part.length; i += readAtOnce) {
          const read = part.slice(i, i + readAtOnce).map(async (image, k) => {
            const values = await preprocessed(image, preprocessing, start + i + k);
            flat.set(values, (i + k) * values.length);
          });
          await Promise.all(read);
        }
        return tidy(() => model.encodeImages(tensor4d(flat, [part.length, size, size, 3])));
      });
    },
    embedTexts: async (texts) => {
      checkArray('embedTexts', 'texts', texts);
      texts.forEach((text: unknown, at) => {
        if (typeof text === 'string') return;
        throw new InputError(`embedTexts: texts must be strings, got ${typeof text} at ${at}.`);
      });
      model.checkAlive('embedTexts');
      return inBatches(texts, batchSize, async (part) => {
        const length = Math.min(tokenizer.contextLength, model.config.text.contextLength);
        return tidy(() => {
          const tokens = tokenizer.batch(part);
          return model.encodeTexts(tokens.shape[1] <= length ? tokens : tokenizer.batch(part, { length }));
        });
      });
    },
  };
}

/** A string has a `slice` and a `length` too. */
function checkArray(place: string, name: string, value: unknown): void {
  if (Array.isArray(value)) return;
  throw new InputError(`${place}: ${name} must be an array, got ${typeof value}; put it in [ ].`);
}

async function preprocessed(
  image: ImageInput,
  preprocessing: Preprocessing,
  at: number,
): Promise<Float32Array> {
  const { size } = preprocessing;
  const values = await pixelValues(image, preprocessing, at);
  if (values.length !== size * size * 3) {
    throw new InputError(
      `embedImages: preprocessed pixels must be [${size}, ${size}, 3], got ${values.length} numbers.`,
    );
  }
  return values;
}

async function pixelValues(
  image: ImageInput,
  preprocessing: Preprocessing,
  at: number,
): Promise<Float32Array> {
  if (image instanceof Tensor) return Float32Array.from(await image.data());
  if (image instanceof Float32Array) return image;
  return readImage(image, preprocessing, typeof image === 'string' ? {} : { name: `image ${at}` });
}

async function inBatches<T>(
  inputs: readonly T[],
  batchSize: number,
  embed: (part: readonly T[], start: number) => Promise<Tensor2D>,
): Promise<Float32Array[]> {
  const embeddings: Float32Array[] = [];
  for (let start = 0; start < inputs.length; start += batchSize) {
    if (start > 0) await nextTurn();
    const embedded = await embed(inputs.slice(start, start + batchSize), start);
    const [rows, width] = embedded.shape;
    const values = await embedded.data();
    embedded.dispose();
    for (let row = 0; row < rows; row++) {
      embeddings.push(unitLength((values as Float32Array).slice(row * width, (row + 1) * width)));
    }
  }
  return embeddings;
}

function unitLength(x: Float32Array): Float32Array {
  const length = Math.hypot(...x);
  return length === 0 ? x : x.map((value) => value / length);
}

/** Lets signals (Ctrl-C) and a page's events have their turn: where a backend computes at once, nothing else does. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
