import { eachCompanion } from '../reading/companions';
import type { Reading } from '../reading/reading';

/** Numbers of a word: its hash, and the token that it starts at. */
const width = 2;
const TOKEN = 1;

/** The words of a block's captions that say what is seen: things by their lemma, and what is done. */
export class CompanionTable {
  #cells: Int32Array;
  #size = 0;
  readonly #starts: number[] = [0];

  constructor(capacity: number) {
    this.#cells = new Int32Array(width * Math.max(capacity, 16));
  }

  /** Adds the words of the next caption. */
  add(reading: Reading): void {
    eachCompanion(reading, (hash, token) => this.#push(hash, token));
    this.#starts.push(this.#size);
  }

  #push(hash: number, token: number): void {
    const at = width * this.#size;
    if (at === this.#cells.length) {
      const longer = new Int32Array(2 * at);
      longer.set(this.#cells);
      this.#cells = longer;
    }
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
