import { concat, fill, type Tensor2D, tensor2d } from '@tensorflow/tfjs-core';
import { InputError } from '../input-error';

/**
 * Texts as int32 [rows, longest], padded with `padding`. Arrays longer than `limit` are cut and keep their
 * last token, which ends the text.
 */
export function tokenMatrix(
  texts: readonly (readonly number[])[],
  padding: number,
  limit: number,
  name: string,
): Tensor2D {
  const longest = texts.reduce((most, ids) => Math.max(most, ids.length), 0);
  if (longest === 0) throw new InputError(`trainClip: ${name} must not be empty.`);
  const length = Math.min(longest, limit);
  const flat = new Int32Array(texts.length * length).fill(padding);
  texts.forEach((ids, row) => {
    flat.set(ids.slice(0, length), row * length);
    if (ids.length > length) flat[(row + 1) * length - 1] = ids[ids.length - 1]!;
  });
  return tensor2d(flat, [texts.length, length], 'int32');
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
