import { refuse } from '@slipform/kit/errors/input-error';
import { integer, optional, readOptions } from '@slipform/kit/options/options';
import { shown } from '@slipform/kit/text/printable';
import { type Tensor2D, tensor2d } from '@tensorflow/tfjs-core';
import type { Tokenizer } from './tokenizer';

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

/** Ids of texts as int32 [batch, length], as {@link Tokenizer.batch} says. */
export function tokenBatch(
  tokenizer: Pick<Tokenizer, 'contextLength' | 'encode'> & { readonly padToken: number },
  texts: readonly string[],
  options: { readonly length?: number },
): Tensor2D {
  const { contextLength, padToken } = tokenizer;
  const inContext = integer({ min: 2, max: contextLength });
  const row = optional({ ...inContext, what: `${inContext.what} (the context length)` });
  const { length } = readOptions('batch', { length: row }, options);
  if (!Array.isArray(texts)) {
    refuse('batch', 'texts', 'must be an array of strings', typeof texts, 'put it in [ ]');
  }
  const rows = texts.map((text) => tokenizer.encode(text));
  return tokenMatrix(rows, length ?? Math.min(Math.max(2, longestText(rows)), contextLength), padToken);
}

/** Throws an InputError for a context that can't hold the start and the end token. */
export function checkContextLength(contextLength: number): void {
  if (!Number.isInteger(contextLength) || contextLength < 2) {
    refuse(
      undefined,
      'contextLength',
      'must be an integer from 2 (start and end token)',
      shown(contextLength),
    );
  }
}
