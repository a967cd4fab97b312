import type { Candidates } from '../candidates/candidates';
import type { BlockReading } from '../sites/block-reading';
import type { Judge } from './judge';

const none = new Int32Array(0);
const suiting: number[] = [];

/**
 * What suits each site of a block: its candidates that are likely there and exclude its own word, judged once; of a closed vocabulary
 * those alone that no check refuses.
 */
export class Offers {
  readonly #first: number;
  readonly #candidates: Candidates;
  readonly #judge: Judge;
  readonly #givers: Int32Array[];
  readonly #isKnown: Uint8Array;

  constructor(block: BlockReading, candidates: Candidates, judge: Judge) {
    const size = block.endOfAll - block.firstOfAll;
    this.#first = block.firstOfAll;
    this.#candidates = candidates;
    this.#judge = judge;
    this.#givers = new Array(size).fill(none);
    this.#isKnown = new Uint8Array(size);
  }

  /** Rows with words that suit a site. */
  of(site: number): Int32Array {
    const place = site - this.#first;
    if (this.#isKnown[place] === 0) {
      this.#isKnown[place] = 1;
      suiting.length = 0;
      for (const giver of this.#candidates.of(site)) {
        if (this.#judge.suits(site, giver) && this.#judge.mayOffer(site, giver)) suiting.push(giver);
      }
      if (suiting.length > 0) this.#givers[place] = Int32Array.from(suiting);
    }
    return this.#givers[place]!;
  }
}
