import { cast, reshape, Tensor, type Tensor2D, where, zerosLike } from '@tensorflow/tfjs-core';
import type { ContrastiveBatch } from './batch';
import { type CheckedBatch, readEmbeddings, readLikeImages, readPairs, shapeOf } from './read-batch';
import { toTensor, visitNumbers } from './to-tensor';

/** Checks a batch with hard captions: what {@link readPairs} does, and `hardCaptions` and `valid`. */
export function readHard(op: string, batch: ContrastiveBatch): CheckedBatch {
  const pairs = readPairs(op, batch);
  const [rows, dim] = pairs.images.shape;
  const remedy = '; a loss without hard negatives is infoNceLoss';
  const hardCaptions = readEmbeddings(op, 'hardCaptions', batch.hardCaptions, remedy);
  const { rank, shape } = hardCaptions;
  if (rank < 2 || rank > 3 || shape[0] !== rows || shape[rank - 1] !== dim || hardCaptions.size < 1) {
    throw new Error(
      `${op}: hardCaptions must have shape [${rows}, K, ${dim}], or [${rows}, ${dim}] for K = 1, got ${shapeOf(hardCaptions)}`,
    );
  }
  const withHard = { ...pairs, hardCaptions };
  if (batch.valid == null) return withHard;
  const valid = toTensor(op, 'valid', batch.valid, mustBeZeroOrOne);
  return { ...withHard, valid: onePerNegative(op, 'valid', valid, withHard) };
}

/** Adds what the triplet and paired layouts need: an image for each hard caption. */
export function readHardImages(op: string, batch: ContrastiveBatch): CheckedBatch {
  const checked = readHard(op, batch);
  const hardPerRow = hardPerRowOf(checked);
  if (hardPerRow > 1) {
    throw new Error(
      `${op}: hardCaptions must be one for each pair (K = 1) in the triplet and paired layouts, got K = ${hardPerRow}; use the captions layout`,
    );
  }
  return { ...checked, hardImages: readLikeImages(op, 'hardImages', batch, checked.images) };
}

/** Adds the concreteness that a margin is made of. */
export function readConcreteness(op: string, batch: ContrastiveBatch, checked: CheckedBatch): CheckedBatch {
  const given = onePerNegative(op, 'concreteness', ratings(op, batch), checked);
  const { valid } = checked;
  // An empty slot may hold anything, NaN too, which no multiplication by 0 would remove.
  return { ...checked, concreteness: valid ? where(cast(valid, 'bool'), given, zerosLike(given)) : given };
}

/** K, the hard captions for each pair. */
export function hardPerRowOf({ rows, images, hardCaptions }: CheckedBatch): number {
  return hardCaptions ? hardCaptions.size / (rows * images.shape[1]) : 0;
}

function onePerNegative(
  op: string,
  name: 'concreteness' | 'valid',
  value: Tensor,
  checked: CheckedBatch,
): Tensor2D {
  const hardPerRow = hardPerRowOf(checked);
  const full = `[${checked.rows}, ${hardPerRow}]`;
  const flat = hardPerRow === 1 ? `[${checked.rows}]` : full;
  const found = shapeOf(value);
  if (found !== full && found !== flat) {
    const or = flat === full ? '' : ` or ${flat}`;
    throw new Error(
      `${op}: ${name} must have one entry for each hard caption, shape ${full}${or}, got ${found}`,
    );
  }
  return reshape(cast(value, 'float32'), [checked.rows, hardPerRow]);
}

function ratings(op: string, batch: ContrastiveBatch): Tensor {
  if (batch.concreteness == null) {
    throw new Error(
      `${op}: concreteness is missing from the batch, and the margin is made from it; pass it, or choose staticMargin or noMargin`,
    );
  }
  // An empty slot has no changed word, so whatever stands there is not a rating.
  const filled: unknown[] = [];
  if (batch.valid != null && !(batch.valid instanceof Tensor))
    visitNumbers(batch.valid, (entry) => filled.push(entry));
  let position = 0;
  return toTensor(op, 'concreteness', batch.concreteness, (value) => {
    const slot = filled[position++];
    if (slot === 0 || slot === false || (value >= 1 && value <= 5)) return undefined;
    return `must lie in [1, 5] (map your scale first), got ${value}`;
  });
}

function mustBeZeroOrOne(value: number): string | undefined {
  return value === 0 || value === 1 ? undefined : `must hold 0 and 1 only, got ${value}`;
}
