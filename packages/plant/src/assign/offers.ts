import type { Candidates } from '../candidates/candidates';
import type { BlockReading } from '../sites/block-reading';
import type { Judge } from './judge';

/** Words that suit a site: rows that have them, and the surprise of each if another caption gives it, in nats. */
export interface Offered {
  readonly givers: Int32Array;
  readonly surprises: Float32Array;
}

const none: Offered = { givers: new Int32Array(0), surprises: new Float32Array(0) };
const suiting: number[] = [];
const surprises: number[] = [];

/**
 * What suits each site of a block: its candidates that are likely there and exclude its own word, judged once; of a closed vocabulary
 * those alone that no check refuses.
 */
export class Offers {
  readonly #first: number;
  readonly #candidates: Candidates;
  readonly #judge: Judge;
  readonly #known: (Offered | undefined)[];

  constructor(block: BlockReading, candidates: Candidates, judge: Judge) {
    this.#first = block.firstOfAll;
    this.#candidates = candidates;
    this.#judge = judge;
    this.#known = new Array(block.endOfAll - block.firstOfAll).fill(undefined);
  }

  /** The words that suit a site. */
  of(site: number): Offered {
    const place = site - this.#first;
    let offered = this.#known[place];
    if (!offered) {
      offered = this.#find(site);
      this.#known[place] = offered;
    }
    return offered;
  }

  #find(site: number): Offered {
    suiting.length = 0;
    surprises.length = 0;
    for (const giver of this.#candidates.of(site)) {
      const surprise = this.#judge.surpriseIfSuits(site, giver);
      if (surprise === Number.POSITIVE_INFINITY || !this.#judge.mayOffer(site, giver)) continue;
      suiting.push(giver);
      surprises.push(surprise);
    }
    if (suiting.length === 0) return none;
    return { givers: Int32Array.from(suiting), surprises: Float32Array.from(surprises) };
  }
}
