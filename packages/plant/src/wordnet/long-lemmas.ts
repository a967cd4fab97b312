import { HashTable } from '../hashes/hash-table';
import { hashPair, hashWord } from '../hashes/hash-words';

const VALUE = 1;
/** Longer names ("cat-o'-nine-tails plant of the marsh") are in no caption. */
const mostWords = 4;

/**
 * Which words follow which in the lemmas of two to four words, by hashes alone: one pair of words in 80,000 passes that is
 * in no lemma, so that a name must be looked up in the end.
 */
export class LongLemmas {
  readonly #most: Table;
  readonly #bits: Table;

  constructor(lemmas: Iterable<string>) {
    this.#most = new Table();
    this.#bits = new Table();
    for (const lemma of lemmas) {
      if (!lemma.includes(' ')) continue;
      const words = lemma.split(' ');
      if (words.length > mostWords) continue;
      const [first = '', second = ''] = words;
      const start = hashWord(first);
      this.#bits.merge(start, bitOf(second), (a, b) => a | b);
      this.#most.merge(hashPair(start, hashWord(second)), words.length, Math.max);
    }
  }

  /** Bits of all words that may follow a first one: most pairs of words are told apart by them, without a look into a table. */
  followerBits(first: string): number {
    return this.#bits.value(hashWord(first));
  }

  /** The most words of a lemma that begins with two words, by their hashes; 0 for none. */
  mostWords(first: number, second: number): number {
    return this.#most.value(hashPair(first, second));
  }
}

/** One of 32 bits for a word. */
export function bitOf(word: string): number {
  return 1 << (hashWord(word) & 31);
}

/** A number for each hash. */
class Table extends HashTable {
  constructor() {
    super(0, 1);
  }

  value(hash: number): number {
    return this.cells[this.rowOf(hash) + VALUE]!;
  }

  merge(hash: number, value: number, both: (a: number, b: number) => number): void {
    const row = this.takeRow(hash);
    this.cells[row + VALUE] = both(this.cells[row + VALUE]!, value);
  }
}
