import { InputError } from '@slipform/concreteness';
import { shown } from '@slipform/kit/text/printable';
import { checked } from '../caption';
import { CountTable } from '../hashes/count-table';
import { hashCompany, hashMet } from '../hashes/hash-words';
import { type CorpusParts, parseStats, printStats } from './stats-text';
import { type CorpusWord, Vocabulary } from './vocabulary';

const marker = Symbol.for('slipform.plant.FitTable');

/** A table as plain data that can be posted to threads: they share the counts, which none may change. */
export interface SharedStats extends Pick<CorpusParts, 'captions' | 'pictures' | 'least'> {
  readonly size: number;
  readonly cells: Int32Array;
  readonly words: readonly CorpusWord[];
}

/**
 * Statistics of a corpus of captions: its words with their forms, and counts of what stands where, by 32-bit hashes of
 * words and sequences. `fitCaptions` makes it, `String(stats)` and `FitTable.parse` store it, `with` adds two: parts of a
 * corpus that were fitted apart, no image in two of them, add up to the very counts of the whole.
 */
export class CorpusStats {
  readonly [marker] = true;
  /** How many captions were read. */
  readonly captions: number;
  /** How many pictures they are of. */
  readonly pictures: number;
  /** Counts below this may have been dropped; 1 if none has. */
  readonly least: number;
  readonly #counts: CountTable;
  readonly #vocabulary: Vocabulary;
  #words: readonly CorpusWord[] | undefined;

  /** For `fitCaptions` and `FitTable.parse`. */
  constructor({ captions, pictures, least, counts, vocabulary }: CorpusParts) {
    this.captions = captions;
    this.pictures = pictures;
    this.least = least;
    this.#counts = counts;
    this.#vocabulary = vocabulary;
  }

  /** @internal */
  shared(): SharedStats {
    const { captions, pictures, least, size, vocabulary } = this;
    return { captions, pictures, least, size, cells: this.#counts.shared(), words: vocabulary };
  }

  /** @internal */
  static ofShared({ captions, pictures, least, size, cells, words }: SharedStats): CorpusStats {
    const vocabulary = new Vocabulary();
    for (const word of words) vocabulary.add(word);
    return new CorpusStats({ captions, pictures, least, counts: new CountTable(size, cells), vocabulary });
  }

  /** The number of hashes. */
  get size(): number {
    return this.#counts.size;
  }

  /** The words of the corpus, in the order of slot, lemma, text and form. */
  get vocabulary(): readonly CorpusWord[] {
    this.#words ??= this.#vocabulary.words();
    return this.#words;
  }

  /** Whether a value is such a table, of this copy of the package or of another one. */
  static isInstance(value: unknown): value is CorpusStats {
    if (typeof value !== 'object' || value === null) return false;
    return checked('FitTable.isInstance: value', () => {
      const { count, each } = value as Partial<CorpusStats>;
      return marker in value && typeof count === 'function' && typeof each === 'function';
    });
  }

  /** How often a word, a sequence of words or a binding came, by its hash. */
  count(hash: number): number {
    checkHash('count', hash);
    return this.#counts.count(hash);
  }

  /** How many pictures have a word, by the word's hash. */
  met(word: number): number {
    checkHash('met', word);
    return this.#counts.count(hashMet(word));
  }

  /** How many pictures have both of two words. */
  together(a: number, b: number): number {
    checkHash('together', a);
    checkHash('together', b);
    return this.#counts.count(hashCompany(a, b));
  }

  /** Visits each hash with its count. */
  each(visit: (hash: number, count: number) => void): void {
    this.#counts.each(visit);
  }

  /**
   * The counts of both together. Adding is associative and commutative; a count that would exceed 2³¹ − 1 stays there.
   * `least` is the larger one of the two.
   */
  with(other: CorpusStats): CorpusStats {
    if (!CorpusStats.isInstance(other)) {
      throw new InputError(`FitTable.with: other must be a FitTable, got ${shown(other)}.`);
    }
    const captions = this.captions + other.captions;
    const counts = new CountTable(Math.max(this.size, other.size));
    const vocabulary = new Vocabulary();
    for (const stats of [this, other]) {
      stats.each((hash, count) => counts.add(hash, count));
      for (const word of stats.vocabulary) vocabulary.add(word);
    }
    if (!Number.isSafeInteger(captions)) throw new InputError('FitTable.with: there are too many captions.');
    const pictures = this.pictures + other.pictures;
    return new CorpusStats({
      captions,
      pictures,
      least: Math.max(this.least, other.least),
      counts,
      vocabulary,
    });
  }

  /**
   * Without the hashes and words that came less than `least` times. It makes a table of a corpus five to ten times smaller,
   * but counts of parts that were pruned before they were added are too low, by up to `least` − 1 for each part.
   *
   * @throws {InputError} if `least` is not an integer from 1
   */
  pruned(least: number): CorpusStats {
    if (!Number.isSafeInteger(least) || least < 1) {
      throw new InputError(`FitTable.pruned: least must be an integer from 1, got ${shown(least)}.`);
    }
    const { captions, pictures } = this;
    return new CorpusStats({
      captions,
      pictures,
      least: Math.max(least, this.least),
      counts: this.#counts.kept(least),
      vocabulary: this.#vocabulary.kept(least),
    });
  }

  /** The table as text, as stats-text.ts describes it; equal tables have equal texts. */
  toString(): string {
    return printStats(this);
  }

  /** Reads what `toString` wrote, of at most 256 MiB. @throws {InputError} for any other text */
  static parse(text: string): CorpusStats {
    return new CorpusStats(parseStats(text));
  }
}

function checkHash(method: string, hash: unknown): void {
  if (typeof hash === 'number') return;
  throw new InputError(`FitTable.${method}: a hash must be a number, got ${shown(hash)}.`);
}
