import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { shown } from '@slipform/kit/text/printable';
import type { ImageInput } from '../encoders/encoder';
import { type BenchmarkImage, isLazyImage } from '../questions/question';

interface BatchOptions {
  readonly batchSize: number;
  readonly signal: AbortSignal | undefined;
  readonly onDone: (done: number) => void;
}

/** Unit vectors of images by image; lazy ones are made batch by batch. */
export function embedImages(
  images: readonly BenchmarkImage[],
  embed: (batch: readonly ImageInput[]) => Promise<readonly ArrayLike<number>[]>,
  options: BatchOptions,
): Promise<Map<BenchmarkImage, Float64Array>> {
  return embedAll('embedImages', images, async (batch) => embed(await loadImages(batch)), options);
}

export function embedTexts(
  texts: readonly string[],
  embed: (batch: readonly string[]) => Promise<readonly ArrayLike<number>[]>,
  options: BatchOptions,
): Promise<Map<string, Float64Array>> {
  return embedAll('embedTexts', texts, embed, options);
}

export function loadImages(images: readonly BenchmarkImage[]): Promise<ImageInput[]> {
  return Promise.all(images.map((image) => (isLazyImage(image) ? image.load() : image)));
}

async function embedAll<T>(
  method: string,
  inputs: readonly T[],
  embed: (batch: readonly T[]) => Promise<readonly ArrayLike<number>[]>,
  { batchSize, signal, onDone }: BatchOptions,
): Promise<Map<T, Float64Array>> {
  const vectors = new Map<T, Float64Array>();
  let width: number | undefined;
  for (let start = 0; start < inputs.length; start += batchSize) {
    signal?.throwIfAborted();
    const batch = inputs.slice(start, start + batchSize);
    const embedded = await embed(batch);
    if (!Array.isArray(embedded)) {
      refuse('evaluate', method, 'must return a list of vectors', shown(embedded));
    }
    if (embedded.length !== batch.length) {
      throw new InputError(
        `evaluate: ${method} returned ${embedded.length} vectors for ${batch.length} inputs.`,
      );
    }
    embedded.forEach((vector, index) => {
      width ??= vector.length;
      if (vector.length !== width) {
        throw new InputError(
          `evaluate: ${method} returned vectors of ${width} and of ${vector.length} numbers.`,
        );
      }
      vectors.set(batch[index]!, unitVector(vector, method));
    });
    onDone(vectors.size);
  }
  return vectors;
}

function unitVector(vector: ArrayLike<number>, method: string): Float64Array {
  const unit = Float64Array.from(vector);
  let squares = 0;
  for (const value of unit) squares += value * value;
  const norm = Math.sqrt(squares);
  if (!Number.isFinite(norm))
    throw new InputError(`evaluate: ${method} returned a vector that is not finite.`);
  // A zero vector has no direction: its cosines are 0, and all its comparisons are ties, which are wrong.
  return norm === 0 ? unit : unit.map((value) => value / norm);
}

/** The direction of the mean of unit vectors. */
export function ensembleVector(vectors: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(vectors[0]!.length);
  for (const vector of vectors) for (let i = 0; i < sum.length; i++) sum[i]! += vector[i]!;
  return unitVector(sum, 'embedTexts');
}

export function dot(a: Float64Array, b: Float64Array): number {
  if (a.length !== b.length) {
    throw new InputError(
      `evaluate: image vectors have ${a.length} numbers and text vectors ${b.length}; they must agree.`,
    );
  }
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
