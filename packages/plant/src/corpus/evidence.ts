import { CountTable } from '../hashes/count-table';
import { HashMarks } from '../hashes/hash-table';
import { anyGoverned, anyWord } from '../hashes/hash-words';
import type { BlockReading } from '../sites/block-reading';
import type { CorpusStats } from './corpus-stats';
import { countBlock } from './count-block';

/** So many different hashes a block has for each caption, more or less. */
const usualHashes = 24;

/** A block from this number of captions on takes the corpus's counts into its own table, which is one look-up instead of two. */
const large = 1000;

/** The counts of a block and of a fitted corpus, asked as one. */
export class Evidence {
  readonly #own: CountTable;
  /** Of the hashes of `#own`: half of all that is asked for never came. */
  readonly #marks: HashMarks;
  readonly #fit: CorpusStats | undefined;
  /** How many pictures, words, and words under a governor there are; at least 1. */
  readonly pictures: number;
  readonly words: number;
  readonly governed: number;

  constructor(block: BlockReading | undefined, fit: CorpusStats | undefined) {
    this.#own = new CountTable(usualHashes * (block?.size ?? 0));
    const isJoined = (block?.size ?? 0) >= large;
    this.#fit = isJoined ? undefined : fit;
    const pictures = block ? countBlock(block, this.#own) : 0;
    if (isJoined) fit?.each((hash, count) => this.#own.add(hash, count));
    this.#marks = new HashMarks(this.#own.size);
    this.#own.each((hash) => this.#marks.add(hash));
    this.pictures = Math.max(1, pictures + (fit?.pictures ?? 0));
    this.words = Math.max(1, this.count(anyWord));
    this.governed = Math.max(1, this.count(anyGoverned));
  }

  count(hash: number): number {
    const own = this.#marks.has(hash) ? this.#own.count(hash) : 0;
    return this.#fit === undefined ? own : own + this.#fit.count(hash);
  }
}
