import { byteCharacters, byteLevel, wordEnd } from './bpe-tokenizer';

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

/** A pair of tokens side by side, how often it is seen, and the words where it is or was. */
interface Pair {
  readonly left: number;
  readonly right: number;
  count: number;
  readonly words: Set<number>;
}

interface Entry {
  readonly pair: Pair;
  /** The pair's count when the entry was made; the pair may have another by now. */
  readonly count: number;
}

// More tokens than any vocabulary has, and its square is a safe integer.
const base = 2 ** 24;

/** Counts of pairs, and the most frequent one at any time: a binary heap that is put right when it is asked. */
class PairQueue {
  private readonly pairs = new Map<number, Pair>();
  private readonly heap: Entry[] = [];
  private readonly changed = new Set<Pair>();

  /** Adds `count`, which may be negative, to a pair in a word. */
  add(left: number, right: number, count: number, word: number): void {
    const key = left * base + right;
    let pair = this.pairs.get(key);
    if (pair === undefined) {
      pair = { left, right, count: 0, words: new Set() };
      this.pairs.set(key, pair);
    }
    pair.count += count;
    if (count > 0) pair.words.add(word);
    this.changed.add(pair);
  }

  /**
   * The most frequent pair, undefined where none is left; of equals the one with the smaller left id, then the
   * smaller right id. Taking it brings its count to 0.
   */
  takeBest(): Pair | undefined {
    for (const pair of this.changed) if (pair.count > 0) this.push({ pair, count: pair.count });
    this.changed.clear();
    for (let top = this.pop(); top !== undefined; top = this.pop()) {
      const { pair, count } = top;
      // Else there is a newer entry, or the pair is gone.
      if (pair.count === count) return pair;
    }
    return undefined;
  }

  private push(entry: Entry): void {
    const { heap } = this;
    let at = heap.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!before(entry, heap[parent]!)) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = entry;
  }

  private pop(): Entry | undefined {
    const { heap } = this;
    const top = heap[0];
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return top;
    let at = 0;
    for (let child = 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
      if (!before(heap[child]!, last)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
    return top;
  }
}

function before(a: Entry, b: Entry): boolean {
  if (a.count !== b.count) return a.count > b.count;
  return a.pair.left !== b.pair.left ? a.pair.left < b.pair.left : a.pair.right < b.pair.right;
}
