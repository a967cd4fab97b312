import { refuseUnknownOptions } from '@slipform/kit/options/refuse-unknown-options';
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
  refuseUnknownOptions('batch', options, { length: true });
  const { length } = options;
  const { contextLength, padToken } = tokenizer;
  if (length !== undefined && (!Number.isInteger(length) || length < 2 || length > contextLength)) {
    throw new InputError(
      `batch: length must be an integer from 2 to ${contextLength} (the context length), got ${shown(length)}.`,
    );
  }
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
