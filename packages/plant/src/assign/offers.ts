import type { Candidates } from '../candidates/candidates';
import type { BlockReading } from '../sites/block-reading';
import { twiceAsLong } from '../sites/token-table';
import type { Judge } from './judge';

/** Initial room, in words for each site. */
const usualOffers = 8;

/**
 * What suits each site of a block: its candidates that are likely there and exclude its own word, judged once; of a closed vocabulary
 * those alone that no check refuses. An offer is named by its number; those of one site follow each other, the least surprising first.
 */
export class Offers {
  readonly #first: number;
  readonly #candidates: Candidates;
  readonly #judge: Judge;
  /** Of each site the number of its first offer, from 1, and what follows the last one; 0 where nobody has asked. */
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  #givers: Int32Array;
  /** The same memory, for the surprises. */
  #surprises: Float32Array;
  #size = 1;
  readonly #found: { readonly giver: number; readonly surprise: number }[] = [];

  constructor(block: BlockReading, candidates: Candidates, judge: Judge) {
    const size = block.endOfAll - block.firstOfAll;
    this.#first = block.firstOfAll;
    this.#candidates = candidates;
    this.#judge = judge;
    this.#starts = new Int32Array(size);
    this.#ends = new Int32Array(size);
    this.#givers = new Int32Array(2 * (usualOffers * size + 1));
    this.#surprises = new Float32Array(this.#givers.buffer);
  }

  /** Number of a site's first offer; to be asked before `end`. */
  start(site: number): number {
    const place = site - this.#first;
    if (this.#starts[place] === 0) {
      this.#starts[place] = this.#size;
      const found = this.#found;
      found.length = 0;
      for (const giver of this.#candidates.of(site)) {
        const surprise = this.#judge.surpriseIfSuits(site, giver);
        if (surprise < Number.POSITIVE_INFINITY && this.#judge.mayOffer(site, giver))
          found.push({ giver, surprise });
      }
      found.sort((a, b) => a.surprise - b.surprise);
      for (const { giver, surprise } of found) this.#add(giver, surprise);
      this.#ends[place] = this.#size;
    }
    return this.#starts[place]!;
  }

  /** What follows a site's last offer that the judge's tier allows; to be asked after `start`. */
  end(site: number): number {
    const last = this.#ends[site - this.#first]!;
    let offer = this.#starts[site - this.#first]!;
    while (offer < last && this.#judge.isInTier(site, this.surprise(offer))) offer += 1;
    return offer;
  }

  #add(giver: number, surprise: number): void {
    const at = 2 * this.#size;
    if (at === this.#givers.length) {
      this.#givers = twiceAsLong(this.#givers);
      this.#surprises = new Float32Array(this.#givers.buffer);
    }
    this.#givers[at] = giver;
    this.#surprises[at + 1] = surprise;
    this.#size += 1;
  }

  /** The row that has the word. */
  giver(offer: number): number {
    return this.#givers[2 * offer]!;
  }

  /** The surprise of the word if another caption gives it, in nats. */
  surprise(offer: number): number {
    return this.#surprises[2 * offer + 1]!;
  }
}
