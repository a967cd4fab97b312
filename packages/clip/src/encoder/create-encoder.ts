import { Tensor, type Tensor2D, tensor4d, tidy } from '@tensorflow/tfjs-core';
import { InputError } from '../input-error';
import type { ClipModel } from '../model/clip-model';
import { refuseUnknownOptions } from '../refuse-unknown-options';
import type { Tokenizer } from '../tokenizer/tokenizer';
import type { Encoder, ImageInput } from './encoder';
import { readImage } from './read-image';

export interface EncoderOptions {
  /** Inputs that are embedded at a time. Default 128. */
  readonly batchSize?: number;
}

/**
 * The encoder that benchmarks ask for. Inputs are embedded in batches of `batchSize` (default 128), so that
 * memory does not grow with their number; the results have unit length and the order of the inputs.
 */
export function createEncoder(model: ClipModel, tokenizer: Tokenizer, options: EncoderOptions = {}): Encoder {
  refuseUnknownOptions('createEncoder', options, { batchSize: true });
  const { batchSize = 128 } = options;
  if (!Number.isInteger(batchSize) || batchSize < 1) {
    throw new InputError(`createEncoder: batchSize must be an integer from 1, got ${batchSize}.`);
  }
  const { vocabularySize } = model.config.text;
  if (tokenizer.vocabularySize > vocabularySize) {
    throw new InputError(
      `createEncoder: the tokenizer has ${tokenizer.vocabularySize} tokens and the model only ${vocabularySize}; they don't belong together.`,
    );
  }
  const size = model.config.image.imageSize;
  return {
    embedImages: (images) =>
      inBatches(images, batchSize, async (part) => {
        const pixels = await Promise.all(part.map((image) => preprocessed(image, size)));
        const flat = new Float32Array(part.length * size * size * 3);
        pixels.forEach((values, i) => {
          flat.set(values, i * values.length);
        });
        return tidy(() => model.encodeImages(tensor4d(flat, [part.length, size, size, 3])));
      }),
    embedTexts: (texts) =>
      inBatches(texts, batchSize, async (part) => {
        const length = Math.min(tokenizer.contextLength, model.config.text.contextLength);
        return tidy(() => {
          const tokens = tokenizer.batch(part);
          return model.encodeTexts(tokens.shape[1] <= length ? tokens : tokenizer.batch(part, { length }));
        });
      }),
  };
}

async function preprocessed(image: ImageInput, size: number): Promise<Float32Array> {
  const values = await pixelValues(image, size);
  if (values.length !== size * size * 3) {
    throw new InputError(
      `embedImages: preprocessed pixels must be [${size}, ${size}, 3], got ${values.length} numbers.`,
    );
  }
  return values;
}

async function pixelValues(image: ImageInput, size: number): Promise<Float32Array> {
  if (image instanceof Tensor) return Float32Array.from(await image.data());
  return image instanceof Float32Array ? image : readImage(image, size);
}

async function inBatches<T>(
  inputs: readonly T[],
  batchSize: number,
  embed: (part: readonly T[]) => Promise<Tensor2D>,
): Promise<Float32Array[]> {
  const embeddings: Float32Array[] = [];
  for (let start = 0; start < inputs.length; start += batchSize) {
    const embedded = await embed(inputs.slice(start, start + batchSize));
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
