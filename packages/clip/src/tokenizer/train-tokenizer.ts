import { InputError } from '../input-error';
import { refuseUnknownOptions } from '../refuse-unknown-options';
import { splitWords, WordTokenizer } from './word-tokenizer';

export interface TrainTokenizerOptions {
  /** Words seen less often become the unknown token. Default 1: every word is kept. */
  readonly minCount?: number;
  /** The most words to keep, the most frequent first. Default: all. */
  readonly maxWords?: number;
  /** Default: as many tokens as the longest caption has, at most 77. */
  readonly contextLength?: number;
}

/**
 * A word tokenizer for these captions: lower-case words, the most frequent first (ties by code unit).
 *
 *     const tokenizer = trainTokenizer(['a red square', 'a blue circle']);
 *     tokenizer.encode('a red circle'); // [7, 2, 5, 4, 8]
 */
export function trainTokenizer(
  captions: Iterable<string>,
  options: TrainTokenizerOptions = {},
): WordTokenizer {
  refuseUnknownOptions('trainTokenizer', options, { minCount: true, maxWords: true, contextLength: true });
  const { minCount = 1, maxWords = Number.POSITIVE_INFINITY, contextLength } = options;
  const counts = new Map<string, number>();
  let longest = 0;
  for (const caption of captions) {
    if (typeof caption !== 'string') {
      throw new InputError(`trainTokenizer: captions must be strings, got ${typeof caption}.`);
    }
    const found = splitWords(caption);
    longest = Math.max(longest, found.length);
    for (const word of found) counts.set(word, (counts.get(word) ?? 0) + 1);
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
