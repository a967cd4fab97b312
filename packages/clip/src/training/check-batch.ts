import { quoted, shown } from '@slipform/kit/printable';
import { Tensor } from '@tensorflow/tfjs-core';
import { InputError } from '../input-error';
import type { FieldNames } from '../refuse-unknown-options';
import type { TrainBatch } from './train-batch';

const known: FieldNames<TrainBatch> = {
  images: true,
  tokens: true,
  hardTokens: true,
  hardImages: true,
  concreteness: true,
  valid: true,
  groups: true,
};

/** Names that the loss's batch has, or that one might think of, and what they are called here. */
const meant: Readonly<Record<string, keyof TrainBatch>> = {
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
  const unknown = Object.keys(batch).find((key) => !Object.hasOwn(known, key));
  if (unknown === undefined) {
    refuseDisposed(batch);
    return;
  }
  const hint = Object.hasOwn(meant, unknown) ? `; ${meant[unknown]} is what you mean, perhaps` : '';
  throw new InputError(
    `trainClip: a batch has no field ${quoted(unknown)}; there are ${Object.keys(known).join(', ')}${hint}.`,
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
export function checkPixels(pixels: unknown, name: string): void {
  if (pixels instanceof Float32Array || (pixels instanceof Tensor && pixels.dtype === 'float32')) return;
  const got = pixels instanceof Tensor ? `a tensor of ${pixels.dtype}` : kindOf(pixels);
  throw new InputError(
    `trainClip: ${name} must be a Float32Array or a float32 tensor of preprocessed pixels, got ${got}; normalizePixels makes them of bytes.`,
  );
}

/** Throws an InputError for texts that are not arrays of ids. */
export function checkTexts(texts: readonly unknown[], name: string): void {
  texts.forEach((ids, row) => {
    if (!Array.isArray(ids) && !(ids instanceof Int32Array)) {
      throw new InputError(
        `trainClip: ${name} must be ids of tokens, got ${kindOf(ids)} at ${row}; pass tokenizer.encode(text).`,
      );
    }
    for (const id of ids as readonly unknown[]) {
      if (Number.isInteger(id)) continue;
      const got = shown(id);
      throw new InputError(
        `trainClip: ${name} must be ids of tokens, which are integers, got ${got} at ${row}.`,
      );
    }
  });
}

/** The name of a value's class, or of its type. */
function kindOf(value: unknown): string {
  if (typeof value === 'string') return `the string ${quoted(value, 40)}`;
  if (typeof value !== 'object' || value === null) return shown(value);
  const maker: unknown = value.constructor;
  return typeof maker === 'function' ? `an object of ${maker.name}` : 'an object';
}
