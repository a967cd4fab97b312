import { type Tensor2D, tensor2d } from '@tensorflow/tfjs-core';

/**
 * Token ids of texts as int32 `[texts, columns]`, padded behind each text. One that has more tokens than columns is cut
 * and keeps its last token, which ends it.
 *
 * @param padding what a short text is filled up with; a model reads a text at its first end token, so that no embedding
 *   depends on it
 */
export function tokenMatrix(
  texts: readonly (readonly number[])[],
  columns: number,
  padding: number,
): Tensor2D {
  return tensor2d(tokenIds(texts, columns, padding), [texts.length, columns], 'int32');
}

/** The values of {@link tokenMatrix}, row after row. */
export function tokenIds(
  texts: readonly (readonly number[])[],
  columns: number,
  padding: number,
): Int32Array<ArrayBuffer> {
  const values = new Int32Array(texts.length * columns).fill(padding);
  texts.forEach((ids, row) => {
    values.set(ids.slice(0, columns), row * columns);
    if (ids.length > columns) values[(row + 1) * columns - 1] = ids.at(-1)!;
  });
  return values;
}

/** Tokens of the longest of these texts. */
export function longestText(texts: readonly (readonly number[])[]): number {
  return texts.reduce((most, ids) => Math.max(most, ids.length), 0);
}
