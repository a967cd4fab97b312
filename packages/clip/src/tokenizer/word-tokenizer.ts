import { type Tensor2D, tensor2d } from '@tensorflow/tfjs-core';
import { InputError } from '../input-error';
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
    if (!Number.isInteger(contextLength) || contextLength < 2) {
      throw new InputError(
        `contextLength must be an integer from 2 (start and end token), got ${contextLength}.`,
      );
    }
    this.ids = new Map(vocabulary.map((word, i) => [word, i + 2]));
    if (this.ids.size !== vocabulary.length) throw new InputError('A vocabulary must not name a word twice.');
    this.startToken = vocabulary.length + 2;
    this.endToken = vocabulary.length + 3;
    this.vocabularySize = vocabulary.length + 4;
  }

  encode(text: string): number[] {
    const inner = splitWords(text).map((word) => this.ids.get(word) ?? this.unknownToken);
    return [this.startToken, ...inner, this.endToken];
  }

  batch(texts: readonly string[], { length }: { readonly length?: number } = {}): Tensor2D {
    if (length !== undefined && (!Number.isInteger(length) || length < 2 || length > this.contextLength)) {
      throw new InputError(
        `batch: length must be an integer from 2 to ${this.contextLength} (the context length), got ${length}.`,
      );
    }
    const rows = texts.map((text) => this.encode(text));
    const longest = rows.reduce((most, ids) => Math.max(most, ids.length), 2);
    const columns = length ?? Math.min(longest, this.contextLength);
    const values = new Int32Array(rows.length * columns).fill(this.padToken);
    rows.forEach((ids, row) => {
      values.set(ids.slice(0, columns), row * columns);
      if (ids.length > columns) values[(row + 1) * columns - 1] = this.endToken;
    });
    return tensor2d(values, [rows.length, columns], 'int32');
  }
}
