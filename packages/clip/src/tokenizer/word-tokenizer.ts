import { InputError, refuse } from '@slipform/kit/errors/input-error';
import type { Tensor2D } from '@tensorflow/tfjs-core';
import { checkContextLength, tokenBatch } from './token-matrix';
import type { Tokenizer } from './tokenizer';

export const padText = '<|pad|>';
export const unknownText = '<|unknown|>';
export const startText = '<|startoftext|>';
export const endText = '<|endoftext|>';

/** Letters and digits, with apostrophes and hyphens inside; the form that tokenizer.json gives to other readers. */
export const wordPattern = "[\\p{L}\\p{M}\\p{N}]+(?:['’-][\\p{L}\\p{M}\\p{N}]+)*";
const words = new RegExp(wordPattern, 'gu');

/** The words that a text is made of here: NFC, lower case, no punctuation. */
export function splitWords(text: string): string[] {
  return text.normalize('NFC').toLowerCase().match(words) ?? [];
}

/**
 * One token for each word of a fixed vocabulary. Ids: 0 padding, 1 unknown, then the words, then start and
 * end; the end token has the largest id, as in CLIP's own vocabulary, so that readers which look for the
 * largest id find it too.
 */
export class WordTokenizer implements Tokenizer {
  readonly kind = 'words';
  readonly padToken = 0;
  readonly unknownToken = 1;
  readonly startToken: number;
  readonly endToken: number;
  readonly vocabularySize: number;
  private readonly ids: ReadonlyMap<string, number>;

  constructor(
    /** Words in the order of their ids. */
    readonly vocabulary: readonly string[],
    readonly contextLength: number,
  ) {
    checkContextLength(contextLength);
    this.ids = new Map(vocabulary.map((word, i) => [word, i + 2]));
    if (this.ids.size !== vocabulary.length) throw new InputError('A vocabulary must not name a word twice.');
    this.startToken = vocabulary.length + 2;
    this.endToken = vocabulary.length + 3;
    this.vocabularySize = vocabulary.length + 4;
  }

  encode(text: string): number[] {
    if (typeof text !== 'string') refuse('encode', 'text', 'must be a string', typeof text);
    const inner = splitWords(text).map((word) => this.ids.get(word) ?? this.unknownToken);
    return [this.startToken, ...inner, this.endToken];
  }

  batch(texts: readonly string[], options: { readonly length?: number } = {}): Tensor2D {
    return tokenBatch(this, texts, options);
  }
}
