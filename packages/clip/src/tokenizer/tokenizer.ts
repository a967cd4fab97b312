import type { Tensor2D } from '@tensorflow/tfjs-core';

/** Text to token ids, as {@link createEncoder} and the training data use it. */
export interface Tokenizer {
  /** Number of token ids; the model's `vocabularySize`. */
  readonly vocabularySize: number;
  /** The most tokens that `batch` makes of a text; the model's `contextLength`. */
  readonly contextLength: number;
  readonly startToken: number;
  readonly endToken: number;
  /** Ids with start and end token, neither padded nor truncated. */
  encode(text: string): number[];
  /**
   * Ids as int32 [batch, length], padded after the end token. `length` is the longest text's by default, at
   * most `contextLength`; longer texts are cut and keep their end token. The caller disposes of the tensor.
   */
  batch(texts: readonly string[], options?: { readonly length?: number }): Tensor2D;
}
