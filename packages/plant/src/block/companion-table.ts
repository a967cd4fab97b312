import { isLong } from '../reading/caption-reading';
import type { Reading } from '../reading/reading';
import { companyHash } from '../words/company-names';
import { hashWord } from './sequences';

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
  add({ tokens, objects, compounds }: Reading): void {
    let covered = -1;
    let long = 0;
    const longs = objects.concat(compounds).filter(({ lemma }) => isLong(lemma));
    longs.sort((a, b) => a.first - b.first);
    for (let i = 0; i < tokens.length; i += 1) {
      const { tag, form } = tokens[i]!;
      if (i <= covered) continue;
      while (long < longs.length && longs[long]!.first < i) long += 1;
      if (longs[long]?.first === i) {
        this.#push(hashWord(longs[long]!.lemma), i);
        covered = longs[long]!.last;
      } else if (tag === 'NOUN' || tag === 'PROPN') this.#push(form.nounHash, i);
      else if (tag === 'VERB') this.#push(form.verbHash, i);
    }
    this.#starts.push(this.#size);
  }

  #push(hash: number, token: number): void {
    if (hash === 0) return;
    const at = width * this.#size;
    if (at === this.#cells.length) {
      const longer = new Int32Array(2 * at);
      longer.set(this.#cells);
      this.#cells = longer;
    }
    this.#cells[at] = companyHash(hash);
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
