import { concat, fill, type Tensor2D } from '@tensorflow/tfjs-core';

/** Both matrices one above the other, the narrower one padded. */
export function stackTokens(a: Tensor2D, b: Tensor2D, padding: number): Tensor2D {
  const length = Math.max(a.shape[1], b.shape[1]);
  return concat([widen(a, length, padding), widen(b, length, padding)], 0);
}

function widen(x: Tensor2D, length: number, padding: number): Tensor2D {
  const [rows, have] = x.shape;
  return have === length ? x : concat([x, fill([rows, length - have], padding, 'int32') as Tensor2D], 1);
}
