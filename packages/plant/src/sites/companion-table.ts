import { eachCompanion } from '../reading/companions';
import type { Reading } from '../reading/reading';
import { twiceAsLong } from './token-table';

/** Numbers of a word: its hash, and the token that it starts at. */
const width = 2;
const TOKEN = 1;
/** Initial room, in words for each caption. */
const usualCompanions = 6;

/** The words of a block's captions that say what is seen: things by their lemma, and what is done. */
export class CompanionTable {
  #cells: Int32Array;
  #size = 0;
  /** The first word of each caption, and one entry more at the end. */
  readonly #starts: Int32Array;
  #captions = 0;

  constructor(captions: number) {
    this.#cells = new Int32Array(width * Math.max(usualCompanions * captions, 16));
    this.#starts = new Int32Array(captions + 1);
  }

  /** Adds the words of the next caption. */
  add(reading: Reading): void {
    eachCompanion(reading, (hash, token) => this.#push(hash, token));
    this.#captions += 1;
    this.#starts[this.#captions] = this.#size;
  }

  #push(hash: number, token: number): void {
    const at = width * this.#size;
    if (at === this.#cells.length) this.#cells = twiceAsLong(this.#cells);
    this.#cells[at] = hash;
    this.#cells[at + TOKEN] = token;
    this.#size += 1;
  }

  /** Number of a caption's first word, and of the first one after its last. */
  start(caption: number): number {
    return this.#starts[caption]!;
  }

  end(caption: number): number {
    return this.#starts[caption + 1]!;
  }

  hash(word: number): number {
    return this.#cells[width * word]!;
  }

  token(word: number): number {
    return this.#cells[width * word + TOKEN]!;
  }
}
