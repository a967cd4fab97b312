import { BPE } from '@huggingface/tokenizers';
import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { quoted } from '@slipform/kit/text/printable';
import type { Tensor2D } from '@tensorflow/tfjs-core';
import { cleanText, splitPattern } from './clean-text';
import { checkContextLength, tokenBatch } from './token-matrix';
import type { Tokenizer } from './tokenizer';

/**
 * One printable character for each byte (GPT-2's table), so that tokens of bytes are strings: printable
 * Latin-1 stands for itself, the other 68 bytes are U+0100 and on in their order.
 */
export const byteCharacters: readonly string[] = (() => {
  let next = 0x100;
  return Array.from({ length: 256 }, (_, byte) => {
    const printable = (byte > 0x20 && byte < 0x7f) || (byte > 0xa0 && byte !== 0xad);
    return String.fromCharCode(printable ? byte : next++);
  });
})();

const encoder = new TextEncoder();

/** The UTF-8 bytes of a text as characters; a lone surrogate counts as U+FFFD. */
export function byteLevel(text: string): string {
  let characters = '';
  for (const byte of encoder.encode(text)) characters += byteCharacters[byte];
  return characters;
}

/** Marks the last token of a word. */
export const wordEnd = '</w>';

/** What a byte-level BPE in CLIP's style is made of. */
export interface BpeParts {
  /** Tokens in the order of their ids, special ones among them. */
  readonly vocabulary: readonly string[];
  /** Pairs of tokens that become one, the first to be merged first. */
  readonly merges: readonly (readonly [left: string, right: string])[];
  readonly startText: string;
  readonly endText: string;
  /** All tokens that stand for themselves where they are written in a text; start and end are among them. */
  readonly specialTexts: readonly string[];
  /** What stands for a byte that has no token; only in vocabularies that lack some. */
  readonly unknownText?: string | undefined;
  readonly contextLength: number;
  /** Unicode composition (NFC) before all else; Hugging Face's files ask for it, OpenAI's own code does not. */
  readonly compose: boolean;
}

// Words seen again and again cost one look-up; a text of nothing but new words must not fill the memory.
const maxKept = 2 ** 16;
const longestKept = 64;

/**
 * CLIP's tokenizer: `cleanText`, lower case, words by CLIP's pattern, and in each word the bytes of its
 * UTF-8 form, merged pair by pair in the order that training found (Sennrich et al. 2016; GPT-2's byte level).
 * The merging is Hugging Face's.
 *
 * Padding is 0, as in OpenAI's and open_clip's code. Hugging Face pads with the end token; the text tower reads
 * at the first end token, or at the first largest id, and sees nothing after it, so that both come to the same.
 */
export class BpeTokenizer implements Tokenizer {
  readonly kind = 'bpe';
  readonly padToken = 0;
  readonly startToken: number;
  readonly endToken: number;
  readonly vocabularySize: number;
  readonly contextLength: number;
  private readonly ids: ReadonlyMap<string, number>;
  private readonly specials: ReadonlySet<string>;
  private readonly pattern: RegExp;
  private readonly bpe: BPE;
  private readonly kept = new Map<string, readonly number[]>();

  constructor(readonly parts: BpeParts) {
    const { vocabulary, merges, startText, endText, specialTexts, contextLength, unknownText } = parts;
    checkContextLength(contextLength);
    this.contextLength = contextLength;
    this.ids = new Map(vocabulary.map((token, id) => [token, id]));
    if (this.ids.size !== vocabulary.length)
      throw new InputError('A vocabulary must not name a token twice.');
    this.vocabularySize = vocabulary.length;
    this.specials = new Set([startText, endText, ...specialTexts]);
    for (const text of this.specials) this.needId(text);
    if (unknownText !== undefined) this.needId(unknownText);
    this.startToken = this.needId(startText);
    this.endToken = this.needId(endText);
    // The longest first, where one special token begins with another.
    this.pattern = splitPattern([...this.specials].sort((a, b) => b.length - a.length));
    this.bpe = new BPE({
      type: 'BPE',
      vocab: Object.fromEntries(this.ids),
      merges: merges as [string, string][],
      unk_token: unknownText ?? endText,
      end_of_word_suffix: wordEnd,
      ignore_merges: false,
    });
  }

  encode(text: string): number[] {
    if (typeof text !== 'string') refuse('encode', 'text', 'must be a string', typeof text);
    const ids = [this.startToken];
    const composed = this.parts.compose ? text.normalize('NFC') : text;
    for (const [word] of cleanText(composed).toLowerCase().matchAll(this.pattern)) {
      for (const id of this.wordIds(word)) ids.push(id);
    }
    ids.push(this.endToken);
    return ids;
  }

  batch(texts: readonly string[], options: { readonly length?: number } = {}): Tensor2D {
    return tokenBatch(this, texts, options);
  }

  private wordIds(word: string): readonly number[] {
    const kept = this.kept.get(word);
    if (kept !== undefined) return kept;
    const ids = this.specials.has(word)
      ? [this.needId(word)]
      : this.bpe.bpe(byteLevel(word)).map((token) => this.tokenId(token));
    if (word.length <= longestKept) {
      if (this.kept.size >= maxKept) this.kept.clear();
      this.kept.set(word, ids);
    }
    return ids;
  }

  private tokenId(token: string): number {
    const { unknownText } = this.parts;
    return this.ids.get(token) ?? this.needId(unknownText ?? token);
  }

  private needId(token: string): number {
    const id = this.ids.get(token);
    if (id === undefined) {
      throw new InputError(`The vocabulary has no token ${quoted(token)}; it must have one.`);
    }
    return id;
  }
}
