import { shown } from '@slipform/kit/printable';
import { type Tensor2D, tensor2d } from '@tensorflow/tfjs-core';
import { InputError } from '../input-error';
import { refuseUnknownOptions } from '../refuse-unknown-options';
import type { Tokenizer } from './tokenizer';

/** Ids of texts as int32 [batch, length], as {@link Tokenizer.batch} says. */
export function tokenBatch(
  tokenizer: Pick<Tokenizer, 'contextLength' | 'encode' | 'endToken'> & { readonly padToken: number },
  texts: readonly string[],
  options: { readonly length?: number },
): Tensor2D {
  refuseUnknownOptions('batch', options, { length: true });
  const { length } = options;
  const { contextLength, endToken, padToken } = tokenizer;
  if (length !== undefined && (!Number.isInteger(length) || length < 2 || length > contextLength)) {
    throw new InputError(
      `batch: length must be an integer from 2 to ${contextLength} (the context length), got ${shown(length)}.`,
    );
  }
  if (!Array.isArray(texts)) {
    throw new InputError(`batch: texts must be an array of strings, got ${typeof texts}; put it in [ ].`);
  }
  const rows = texts.map((text) => tokenizer.encode(text));
  const longest = rows.reduce((most, ids) => Math.max(most, ids.length), 2);
  const columns = length ?? Math.min(longest, contextLength);
  const values = new Int32Array(rows.length * columns).fill(padToken);
  rows.forEach((ids, row) => {
    values.set(ids.slice(0, columns), row * columns);
    if (ids.length > columns) values[(row + 1) * columns - 1] = endToken;
  });
  return tensor2d(values, [rows.length, columns], 'int32');
}

/** Throws an InputError for a context that can't hold the start and the end token. */
export function checkContextLength(contextLength: number): void {
  if (!Number.isInteger(contextLength) || contextLength < 2) {
    throw new InputError(
      `contextLength must be an integer from 2 (start and end token), got ${shown(contextLength)}.`,
    );
  }
}
