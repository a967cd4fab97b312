import { concat, fill, reshape, Tensor, type Tensor2D, tensor2d } from '@tensorflow/tfjs-core';
import { InputError } from '../input-error';
import type { TrainBatch } from './train-batch';

/** Tokens as rows of one length, and how many texts there are for each pair. */
export interface TokenRows {
  readonly rows: Tensor2D;
  /** K of [batch, K, length]; undefined for [batch, length]. */
  readonly perPair: number | undefined;
}

/**
 * Tokens of a batch as int32 [rows, longest], padded with `padding`. Arrays longer than `limit` are cut and
 * keep their last token, which ends the text.
 */
export function tokenMatrix(
  tokens: NonNullable<TrainBatch['hardTokens']>,
  padding: number,
  limit: number,
  name: string,
): TokenRows {
  if (tokens instanceof Tensor) {
    if (tokens.rank === 2) return { rows: tokens as Tensor2D, perPair: undefined };
    const [batch, perPair, length] = tokens.shape as [number, number, number];
    return { rows: reshape(tokens, [batch * perPair, length]), perPair };
  }
  const nested = tokens as readonly (readonly (number | readonly number[])[])[];
  const deep = Array.isArray(nested[0]?.[0]);
  const perPair = deep ? nested[0]!.length : undefined;
  if (deep && nested.some((texts) => texts.length !== perPair)) {
    throw new InputError(
      `trainClip: ${name} must have equally many texts for each pair; repeat one and mark it in \`valid\`.`,
    );
  }
  const texts = (deep ? nested.flat() : nested) as readonly (readonly number[])[];
  const longest = texts.reduce((most, ids) => Math.max(most, ids.length), 0);
  if (longest === 0) throw new InputError(`trainClip: ${name} must not be empty.`);
  const length = Math.min(longest, limit);
  const flat = new Int32Array(texts.length * length).fill(padding);
  texts.forEach((ids, row) => {
    flat.set(ids.slice(0, length), row * length);
    if (ids.length > length) flat[(row + 1) * length - 1] = ids[ids.length - 1]!;
  });
  return { rows: tensor2d(flat, [texts.length, length], 'int32'), perPair };
}

/** Both matrices one above the other, the narrower one padded. */
export function stackTokens(a: Tensor2D, b: Tensor2D, padding: number): Tensor2D {
  const length = Math.max(a.shape[1], b.shape[1]);
  return concat([widen(a, length, padding), widen(b, length, padding)], 0);
}

function widen(x: Tensor2D, length: number, padding: number): Tensor2D {
  const [rows, have] = x.shape;
  return have === length ? x : concat([x, fill([rows, length - have], padding, 'int32') as Tensor2D], 1);
}
