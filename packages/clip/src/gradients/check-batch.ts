import { quoted, shown } from '@slipform/kit/text/printable';
import { Tensor, type Tensor4D } from '@tensorflow/tfjs-core';
import { InputError } from '../input-error';
import type { TrainBatch } from './train-batch';

const FIELDS: Readonly<Record<keyof TrainBatch, true>> = {
  images: true,
  imageFeatures: true,
  imageEmbeddings: true,
  tokens: true,
  textFeatures: true,
  hardTokens: true,
  hardTextFeatures: true,
  hardImages: true,
  hardImageFeatures: true,
  concreteness: true,
  valid: true,
  textIds: true,
  groups: true,
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
export function checkBatch(batch: unknown): void {
  if (typeof batch !== 'object' || batch === null) {
    throw new InputError(
      `trainClip: data must give a batch { images, tokens, … } for each step, got ${shown(batch)}.`,
    );
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

/** The name of the field that a batch has of several for one thing. Throws an InputError where it has two. */
export function fieldOf<Name extends keyof TrainBatch>(
  batch: TrainBatch,
  ...names: readonly Name[]
): Name | undefined {
  const [first, second] = names.filter((name) => batch[name] !== undefined);
  if (first === undefined || second === undefined) return first;
  throw new InputError(`trainClip: a batch must have ${first} or ${second}, and has both; leave one out.`);
}

/** Throws an InputError for pixels that are neither a float32 tensor nor a Float32Array. */
export function checkPixels(pixels: unknown, name: string): asserts pixels is Tensor4D | Float32Array {
  const isTensor = pixels instanceof Tensor && pixels.dtype === 'float32';
  if (pixels instanceof Float32Array || (isTensor && pixels.rank === 4)) return;
  const got =
    pixels instanceof Tensor ? `a tensor of ${pixels.dtype} [${pixels.shape}]` : describeValue(pixels);
  const remedy =
    isTensor && pixels.rank === 2
      ? `features of a frozen tower are ${name === 'images' ? 'imageFeatures' : 'hardImageFeatures'}`
      : 'normalizePixels makes them of bytes';
  throw new InputError(
    `trainClip: ${name} must be a Float32Array or a float32 tensor [batch, size, size, 3] of preprocessed pixels, got ${got}; ${remedy}.`,
  );
}

/** Throws an InputError for texts that are not arrays of the vocabulary's ids. A GPU would read past its table's end. */
export function checkTexts(texts: readonly unknown[], name: string, vocabularySize: number): void {
  texts.forEach((ids, row) => {
    if (!Array.isArray(ids) && !(ids instanceof Int32Array)) {
      throw new InputError(
        `trainClip: ${name} must be ids of tokens, got ${describeValue(ids)} at ${row}; pass tokenizer.encode(text).`,
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
      throw new InputError(
        `trainClip: ${name} must be ids of tokens, which are integers, got ${got} at ${row}.`,
      );
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
