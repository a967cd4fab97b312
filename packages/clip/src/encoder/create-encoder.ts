import { InputError, refuse } from '@slipform/kit/errors/input-error';
import {
  defineOptions,
  integer,
  optional,
  type RowsFor,
  readOptions,
  rule,
} from '@slipform/kit/options/options';
import { shown } from '@slipform/kit/text/printable';
import { Tensor, type Variable } from '@tensorflow/tfjs-core';
import { type ClipModel, checkModel } from '../model/clip-model';
import type { Tokenizer } from '../tokenizer/tokenizer';
import type { SavedTokenizer } from '../tokenizer/tokenizer-file';
import { type EmbeddingWorkers, openEmbeddingWorkers } from '../workers/embedding-workers';
import { type EmbeddingWorkersOption, embeddingWorkersRow } from '../workers/workers-option';
import type { ClipEncoder } from './clip-encoder';
import { type Decode, type DecodedImage, decodeImage } from './decode-image';
import { EMBED_ROWS, embedImageParts, embedTextParts } from './embed';
import type { EmbeddingsWithGaps, EmbedImagesOptions, EmbedOptions, ImageInput } from './encoder';
import type { Preprocessing } from './preprocess';

/** `Symbol.dispose`, also where the platform lacks it: there compilers of `using` look for this one. */
const disposeSymbol: typeof Symbol.dispose = Symbol.dispose ?? Symbol.for('Symbol.dispose');

// A picture of a camera takes 40 MB while it is read, and sharp has four threads.
const readAtOnce = 4;

/** Decodes images of any kind on this thread. */
function inputDecoder(images: readonly ImageInput[], preprocessing: Preprocessing): Decode {
  const width = preprocessing.size ** 2 * 3;
  return async (start, end) => {
    const pixels = new Float32Array((end - start) * width);
    const problems: (string | undefined)[] = Array.from({ length: end - start });
    for (let at = start; at < end; at += readAtOnce) {
      const read = images.slice(at, Math.min(at + readAtOnce, end)).map(async (image, k) => {
        const decoded = await pixelsOf(image, preprocessing);
        if ('problem' in decoded) problems[at + k - start] = decoded.problem;
        else pixels.set(checked(decoded.pixels, preprocessing.size, at + k), (at + k - start) * width);
      });
      await Promise.all(read);
    }
    return { pixels, problems };
  };
}

/** What an image is called in a message. */
function nameOfImage(image: ImageInput, index: number): string {
  return typeof image === 'string' ? image : `image ${index}`;
}

async function pixelsOf(image: ImageInput, preprocessing: Preprocessing): Promise<DecodedImage> {
  if (image instanceof Tensor) return { pixels: Float32Array.from(await image.data()) };
  if (image instanceof Float32Array) return { pixels: image };
  return decodeImage(image, preprocessing);
}

function checked(pixels: Float32Array, size: number, index: number): Float32Array {
  if (pixels.length === size * size * 3) return pixels;
  refuse(
    'embedImages',
    'preprocessed pixels',
    `must be [${size}, ${size}, 3]`,
    `${pixels.length} numbers at ${index}`,
  );
}

export interface EncoderOptions {
  /** Inputs that are embedded at a time. Default 128. */
  readonly batchSize?: number | undefined;
  /** What is done to image files and raw pixels, as `loadPreprocessing` reads it. Default: CLIP's. */
  readonly preprocessing?: Preprocessing | undefined;
  /**
   * Threads that embed, a part of each batch each, on wasm and cpu; the embeddings are the same. They start with the
   * first batch and end with `dispose()`, or with the process. `'auto'`: a thread for each core of a machine, once they
   * are worth their start. Default 0: this thread alone.
   */
  readonly workers?: EmbeddingWorkersOption | undefined;
}

const OPTIONS = defineOptions('createEncoder', {
  batchSize: optional(integer({ min: 1 }), 128),
  preprocessing: optional(rule<Preprocessing>('a preprocessing', () => true)),
  workers: embeddingWorkersRow,
} satisfies RowsFor<EncoderOptions>);

/**
 * The encoder that a model, its tokenizer and its preprocessing make. Inputs are embedded in batches, so that memory
 * does not grow with their number, and the next batch is decoded meanwhile. {@link loadEncoder} reads all three from a
 * model's folder.
 *
 * @throws {InputError} where the three don't belong together: the tokenizer has more tokens than the model, ends a text
 *   otherwise, or the preprocessing gives another size
 * @example
 * const encoder = createEncoder(model, tokenizer);
 * const [red] = await encoder.embedTexts(['a red square', 'a blue square']);
 * red?.length; // 8
 */
export function createEncoder(
  model: ClipModel,
  tokenizer: Tokenizer,
  options: EncoderOptions = {},
): ClipEncoder {
  checkModel('createEncoder', model);
  checkTokenizer('createEncoder', tokenizer, model);
  const size = model.config.image.imageSize;
  const { batchSize, preprocessing = { size }, workers: threads } = OPTIONS.read(options);
  if (preprocessing?.size !== size) {
    refuse(
      'createEncoder',
      'preprocessing.size',
      `must be the model's image size ${size}`,
      shown(preprocessing?.size),
    );
  }
  const workers = openEmbeddingWorkers('createEncoder', model, threads);
  return makeEncoder({ model, tokenizer, preprocessing, batchSize, workers });
}

export interface EncoderParts {
  readonly model: ClipModel;
  readonly tokenizer: Tokenizer;
  readonly preprocessing: Preprocessing;
  readonly batchSize: number;
  readonly workers?: EmbeddingWorkers | undefined;
  /** Of the files that all of it was read from. */
  readonly identity?: string | undefined;
}

/** An encoder of parts that belong together. */
export function makeEncoder({
  model,
  tokenizer,
  preprocessing,
  batchSize,
  workers,
  identity,
}: EncoderParts): ClipEncoder {
  const isAsRead = weightsWatch(model);

  async function embedImages(
    images: readonly ImageInput[],
    options: EmbedImagesOptions & { readonly onError: 'skip' },
  ): Promise<EmbeddingsWithGaps>;
  async function embedImages(
    images: readonly ImageInput[],
    options?: EmbedImagesOptions,
  ): Promise<Float32Array[]>;
  async function embedImages(
    images: readonly ImageInput[],
    options: EmbedImagesOptions = {},
  ): Promise<(Float32Array | undefined)[]> {
    checkArray('embedImages', 'images', images);
    const { onError, onProgress, signal, ...own } = readOptions('embedImages', EMBED_ROWS, options);
    model.checkAlive('embedImages');
    const embeddings: (Float32Array | undefined)[] = images.map(() => undefined);
    const skipped = [];
    const nameOf = (index: number) => nameOfImage(images[index]!, index);
    const parts = embedImageParts(model, images.length, inputDecoder(images, preprocessing), {
      batchSize: own.batchSize ?? batchSize,
      normalize: true,
      signal,
      nameOf,
      workers,
    });
    for await (const part of parts) {
      const [broken] = part.skipped;
      if (broken !== undefined && onError !== 'skip') {
        throw new InputError(`${nameOf(broken.index)} ${broken.reason}.`);
      }
      skipped.push(...part.skipped);
      splitRows(part.values, part.indices.length).forEach((row, i) => {
        embeddings[part.indices[i]!] = row;
      });
      onProgress?.({ done: part.done, total: images.length });
    }
    return onError === 'skip' ? Object.assign(embeddings, { skipped }) : embeddings;
  }

  async function embedTexts(texts: readonly string[], options: EmbedOptions = {}): Promise<Float32Array[]> {
    checkArray('embedTexts', 'texts', texts);
    texts.forEach((text: unknown, at) => {
      if (typeof text === 'string') return;
      refuse('embedTexts', 'texts', 'must be strings', `${typeof text} at ${at}`);
    });
    const { onProgress, signal, ...own } = readOptions('embedTexts', EMBED_ROWS, options);
    model.checkAlive('embedTexts');
    const embeddings: Float32Array[] = [];
    const parts = embedTextParts(model, tokenizer, texts, {
      batchSize: own.batchSize ?? batchSize,
      normalize: true,
      signal,
      nameOf: (index) => texts[index]!,
      workers,
    });
    for await (const { values, indices, done } of parts) {
      embeddings.push(...splitRows(values, indices.length));
      onProgress?.({ done, total: texts.length });
    }
    return embeddings;
  }

  const dispose = () => {
    void workers?.close();
    model.dispose();
  };
  return {
    model,
    tokenizer,
    preprocessing,
    // What classifies and what saves is loaded when it is called: most who embed do neither.
    classify: (async (images, labels, options = {}) => {
      const { classify } = await import('../zeroshot/classify');
      return classify({ model, tokenizer, embedImages, workers }, images, labels, options, batchSize);
    }) as ClipEncoder['classify'],
    get identity() {
      return isAsRead() ? identity : undefined;
    },
    embedImages: embedImages as ClipEncoder['embedImages'],
    embedTexts,
    async save(folder, options) {
      const { saveModelFolder } = await import('../weights/save-model-folder');
      const parts = { model, tokenizer: tokenizer as SavedTokenizer, preprocessing };
      await saveModelFolder('save', folder, parts, options);
    },
    dispose,
    [disposeSymbol]: dispose,
  };
}

/** Throws an InputError for what is no tokenizer, or belongs to another model. */
export function checkTokenizer(place: string, tokenizer: Tokenizer, model: ClipModel): void {
  if (typeof tokenizer?.encode !== 'function' || typeof tokenizer.batch !== 'function') {
    refuse(
      place,
      'tokenizer',
      'must be one of trainTokenizer or loadTokenizer',
      tokenizer === null ? 'null' : typeof tokenizer,
    );
  }
  const { vocabularySize, endToken } = model.config.text;
  if (tokenizer.vocabularySize > vocabularySize) {
    throw new InputError(
      `${place}: the tokenizer has ${tokenizer.vocabularySize} tokens and the model only ${vocabularySize}; they don't belong together.`,
    );
  }
  // Configs that say 2 mean the largest id.
  if (endToken !== 2 && tokenizer.endToken !== endToken) {
    throw new InputError(
      `${place}: the tokenizer ends a text with ${tokenizer.endToken} and the model reads it at ${endToken}; they don't belong together.`,
    );
  }
}

/** Says whether a model's weights are those of now: an update gives a variable another tensor. */
function weightsWatch(model: ClipModel): () => boolean {
  const tensors = new Map<Variable, object>();
  for (const parameter of model.parameters.values()) tensors.set(parameter, parameter.dataId);
  return () => [...tensors].every(([parameter, tensor]) => parameter.dataId === tensor);
}

/** A string has a `slice` and a `length` too. */
function checkArray(place: string, name: string, value: unknown): void {
  if (Array.isArray(value)) return;
  refuse(place, name, 'must be an array', typeof value, 'put it in [ ]');
}

/** Each row in memory of its own, so that one that is kept doesn't keep all. */
function splitRows(values: Float32Array, rows: number): Float32Array[] {
  const width = values.length / rows;
  return Array.from({ length: rows }, (_, row) => values.slice(row * width, (row + 1) * width));
}
