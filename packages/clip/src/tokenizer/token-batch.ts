import { integer, optional, readOptions } from '@slipform/kit/options/options';
import { shown } from '@slipform/kit/text/printable';
import type { Tensor2D } from '@tensorflow/tfjs-core';
import { InputError } from '../input-error';
import { longestText, tokenMatrix } from './token-matrix';
import type { Tokenizer } from './tokenizer';

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
    throw new InputError(`batch: texts must be an array of strings, got ${typeof texts}; put it in [ ].`);
  }
  const rows = texts.map((text) => tokenizer.encode(text));
  return tokenMatrix(rows, length ?? Math.min(Math.max(2, longestText(rows)), contextLength), padToken);
}

/** Throws an InputError for a context that can't hold the start and the end token. */
export function checkContextLength(contextLength: number): void {
  if (!Number.isInteger(contextLength) || contextLength < 2) {
    throw new InputError(
      `contextLength must be an integer from 2 (start and end token), got ${shown(contextLength)}.`,
    );
  }
}
