import { wordEnd } from './bpe-tokenizer';
import { byteCharacters, byteLevel } from './byte-level';
import { PairQueue } from './pair-queue';

/** A word of the captions as the ids of its tokens so far, and how often it was seen. */
interface SeenWord {
  readonly tokens: number[];
  readonly count: number;
}

export interface TrainedBpe {
  /** 256 bytes, the same at a word's end, then what each merge made. */
  readonly vocabulary: readonly string[];
  readonly merges: readonly (readonly [string, string])[];
  /** Tokens that each word has. */
  readonly lengths: ReadonlyMap<string, number>;
}

// Printable ones first, as in CLIP's vocabulary.
const bytes = [...byteCharacters].sort();

/** The 512 tokens that every byte-level vocabulary begins with. */
export const byteTokens: readonly string[] = [...bytes, ...bytes.map((byte) => byte + wordEnd)];

/**
 * Byte-pair encoding (Sennrich et al. 2016, algorithm 1): the pair of tokens that stands most often side by
 * side, counted over all words, becomes a token, until there are `size` tokens or no pair is seen `minCount`
 * times. Of two pairs seen equally often the one whose left token has the smaller id goes first, then whose
 * right token has.
 */
export function trainBpe(
  wordCounts: ReadonlyMap<string, number>,
  size: number,
  minCount: number,
): TrainedBpe {
  const vocabulary = [...byteTokens];
  const ids = new Map(vocabulary.map((token, id) => [token, id]));
  const merges: [string, string][] = [];
  const words = [...wordCounts].map(([word, count]): SeenWord => {
    const characters = byteLevel(word);
    const last = characters.length - 1;
    const tokens = [...characters].map((c, i) => ids.get(i === last ? c + wordEnd : c)!);
    return { tokens, count };
  });
  const pairs = new PairQueue();
  words.forEach(({ tokens, count }, word) => {
    for (let i = 0; i + 1 < tokens.length; i++) pairs.add(tokens[i]!, tokens[i + 1]!, count, word);
  });

  while (vocabulary.length < size) {
    const best = pairs.takeBest();
    if (best === undefined || best.count < minCount) break;
    const { left, right } = best;
    const token = vocabulary[left]! + vocabulary[right]!;
    merges.push([vocabulary[left]!, vocabulary[right]!]);
    // Two pairs may make the same string; it is one token.
    let merged = ids.get(token);
    if (merged === undefined) {
      merged = vocabulary.push(token) - 1;
      ids.set(token, merged);
    }
    for (const word of best.words) mergeIn(words[word]!, left, right, merged, word, pairs);
  }
  const lengths = new Map([...wordCounts.keys()].map((word, i) => [word, words[i]!.tokens.length]));
  return { vocabulary, merges, lengths };
}

/** Replaces the pair in a word, from the left, and counts the pairs that go and come. */
function mergeIn(
  { tokens, count }: SeenWord,
  left: number,
  right: number,
  merged: number,
  word: number,
  pairs: PairQueue,
): void {
  const before = tokens.slice();
  let length = 0;
  for (let i = 0; i < before.length; i++) {
    const found = before[i] === left && before[i + 1] === right;
    tokens[length++] = found ? merged : before[i]!;
    if (found) i++;
  }
  if (length === before.length) return;
  tokens.length = length;
  for (let i = 0; i + 1 < before.length; i++) pairs.add(before[i]!, before[i + 1]!, -count, word);
  for (let i = 0; i + 1 < tokens.length; i++) pairs.add(tokens[i]!, tokens[i + 1]!, count, word);
}
