import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { choice, defineOptions, integer, optional, readable } from '@slipform/kit/options/options';
import { shown } from '@slipform/kit/text/printable';
import { BpeTokenizer } from './bpe-tokenizer';
import { cleanText, splitPattern } from './clean-text';
import { trainBpe } from './train-bpe';
import { endText, splitWords, startText, WordTokenizer } from './word-tokenizer';

export interface TrainWordTokenizerOptions {
  /** One token for each word. */
  readonly kind?: 'words';
  /** Words seen less often become the unknown token. Default 1: every word is kept. */
  readonly minCount?: number;
  /** The most words to keep, the most frequent first. Default: all. */
  readonly maxWords?: number;
  /** Default: as many tokens as the longest caption has, at most 77. */
  readonly contextLength?: number;
}

export interface TrainBpeTokenizerOptions {
  /** Pieces of words, CLIP's way: no word is unknown. */
  readonly kind: 'bpe';
  /** The most tokens, at least 514: 512 bytes, start and end. Default 4,096. */
  readonly vocabularySize?: number;
  /** Pairs of tokens seen less often are not merged. Default 2. */
  readonly minCount?: number;
  /** Default: as many tokens as the longest caption has, at most 77. */
  readonly contextLength?: number;
}

export type TrainTokenizerOptions = TrainWordTokenizerOptions | TrainBpeTokenizerOptions;

/**
 * A tokenizer for these captions. By default a token for each lower-case word, the most frequent first (ties
 * by code unit); words that it has not seen are one unknown token.
 *
 * With `kind: 'bpe'` a byte-level BPE in CLIP's style: see `trainBpe` for its rule.
 *
 * @example
 * const tokenizer = trainTokenizer(['a red square', 'a blue circle']);
 * tokenizer.encode('a red circle'); // [7, 2, 5, 4, 8]
 */
export function trainTokenizer(captions: Iterable<string>, options: TrainBpeTokenizerOptions): BpeTokenizer;
export function trainTokenizer(
  captions: Iterable<string>,
  options?: TrainWordTokenizerOptions,
): WordTokenizer;
export function trainTokenizer(
  captions: Iterable<string>,
  options: TrainTokenizerOptions = {},
): WordTokenizer | BpeTokenizer {
  const kind = readable(
    place,
    () => 'options.kind',
    () => options?.kind,
  );
  return kind === 'bpe' ? trainBpeTokenizer(captions, options) : trainWordTokenizer(captions, options);
}

const place = 'trainTokenizer';
// Functions, since a table at the top level would stay in every bundle.
const kindRule = () => choice(['words', 'bpe']);
const wordOptions = () =>
  defineOptions(place, {
    minCount: optional(integer({ min: 1 }), 1),
    maxWords: optional(integer({ min: 1 })),
    contextLength: optional(integer({ min: 2 })),
    kind: optional(kindRule()),
  });
const bpeOptions = () =>
  defineOptions(place, {
    kind: kindRule(),
    // 512 bytes, start and end.
    vocabularySize: optional(integer({ min: 514, max: 2 ** 20 }), 4096),
    minCount: optional(integer({ min: 1 }), 2),
    contextLength: optional(integer({ min: 2 })),
  });

function trainWordTokenizer(captions: Iterable<string>, options: unknown): WordTokenizer {
  const { minCount, maxWords, contextLength } = wordOptions().read(options);
  const counts = new Map<string, number>();
  let longest = 0;
  for (const words of captionWords(captions, splitWords)) {
    longest = Math.max(longest, words.length);
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const vocabulary = [...counts]
    .filter(([, count]) => count >= minCount)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, maxWords)
    .map(([word]) => word);
  if (vocabulary.length === 0) {
    throw new InputError('trainTokenizer: captions must hold at least one word; got none.');
  }
  return new WordTokenizer(vocabulary, contextLength ?? Math.min(longest + 2, 77));
}

function trainBpeTokenizer(captions: Iterable<string>, options: unknown): BpeTokenizer {
  const { vocabularySize, minCount, contextLength } = bpeOptions().read(options);
  const specialTexts = [startText, endText];
  const pattern = splitPattern(specialTexts);
  const split = (caption: string) => cleanText(caption.normalize('NFC')).toLowerCase().match(pattern) ?? [];
  const counts = new Map<string, number>();
  const kept: (readonly string[])[] = [];
  for (const words of captionWords(captions, split)) {
    kept.push(words);
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  for (const text of specialTexts) counts.delete(text);
  if (counts.size === 0) {
    throw new InputError('trainTokenizer: captions must hold at least one word; got none.');
  }
  const { vocabulary, merges, lengths } = trainBpe(counts, vocabularySize - 2, minCount);
  const longest = kept.reduce(
    (most, words) =>
      Math.max(
        most,
        words.reduce((sum, word) => sum + (lengths.get(word) ?? 1), 0),
      ),
    0,
  );
  return new BpeTokenizer({
    vocabulary: [...vocabulary, startText, endText],
    merges,
    startText,
    endText,
    specialTexts,
    contextLength: contextLength ?? Math.min(longest + 2, 77),
    compose: true,
  });
}

function* captionWords(
  captions: Iterable<string>,
  split: (caption: string) => readonly string[],
): Generator<readonly string[]> {
  // A string is iterable too, letter by letter.
  if (typeof captions !== 'object' || captions === null || !(Symbol.iterator in captions)) {
    const got = typeof captions === 'string' ? 'a string' : shown(captions);
    refuse('trainTokenizer', 'captions', 'must be an array of strings, or iterate over some', got);
  }
  for (const caption of captions) {
    if (typeof caption !== 'string') {
      refuse('trainTokenizer', 'captions', 'must be strings', typeof caption);
    }
    yield split(caption);
  }
}
