import { HashTable } from '../hashes/hash-table';
import { hashPair, hashWord } from '../hashes/hash-words';

/** Longer names ("cat-o'-nine-tails plant of the marsh") are in no caption. */
const maxWords = 4;

/**
 * Which words follow which in the lemmas of two to four words, by hashes alone: one pair of words in 80,000 passes that is
 * in no lemma, so that a name must be looked up in the end.
 */
export class LongLemmas {
  readonly #most = new HashTable();
  readonly #bits = new HashTable();

  constructor(lemmas: Iterable<string>) {
    for (const lemma of lemmas) {
      if (!lemma.includes(' ')) continue;
      const words = lemma.split(' ');
      if (words.length > maxWords) continue;
      const [first = '', second = ''] = words;
      const start = hashWord(first);
      this.#bits.set(start, this.#bits.get(start) | bitOf(second));
      const pair = hashPair(start, hashWord(second));
      this.#most.set(pair, Math.max(this.#most.get(pair), words.length));
    }
  }

  /** Bits of all words that may follow a first one: most pairs of words are distinguished by them, without a look into a table. */
  followerBits(first: string): number {
    return this.#bits.get(hashWord(first));
  }

  /** The most words of a lemma that begins with two words, by their hashes; 0 for none. */
  maxWords(first: number, second: number): number {
    return this.#most.get(hashPair(first, second));
  }
}

/** One of 32 bits for a word. */
export function bitOf(word: string): number {
  return 1 << (hashWord(word) & 31);
}
