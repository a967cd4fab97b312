import type { FitTable } from '../fit/fit-table';
import { eachBinding } from './each-binding';
import { SequenceTable } from './sequence-table';
import { eachSequence } from './sequences';
import { type BlockReading, type Site, type SiteWord, sequencesAt, sequencesOfSite } from './site';

/** A word that no other caption loses weighs so much more than a sequence. */
const wordWeight = 8;

/**
 * What the captions of a block say, and what the negatives say instead. A model that looks for seams learns from
 * nothing but the sequences of words that negatives have more often, or less, than their captions; so each change is
 * judged by what it does to the sum of the squares of these surpluses.
 */
export class Ledger {
  readonly #table: SequenceTable;
  readonly #fit: FitTable | undefined;
  #entered = 0;
  readonly #ofA = new Int32Array(sequencesOfSite);
  readonly #ofB = new Int32Array(sequencesOfSite);
  readonly #toA = new Int32Array(sequencesOfSite);
  readonly #toB = new Int32Array(sequencesOfSite);

  constructor(readings: readonly BlockReading[], fit: FitTable | undefined) {
    this.#table = new SequenceTable(32 * readings.length);
    this.#fit = fit;
    const count = (hash: number) => this.#table.addCount(hash);
    for (const { hashes, sites } of readings) {
      eachSequence(hashes, count);
      eachBinding(sites, count);
    }
  }

  /** How many places have taken a word. */
  get entered(): number {
    return this.#entered;
  }

  /** Whether the block or the fitted corpus has a sequence or a binding. */
  attested(hash: number): boolean {
    return this.#table.count(hash) > 0 || this.#fit?.has(hash) === true;
  }

  /** Cost of two places giving each other their words. */
  costOfExchange(a: Site, b: Site): number {
    const ofA = sequencesAt(a, a, this.#ofA);
    const ofB = sequencesAt(b, b, this.#ofB);
    const toA = sequencesAt(a, b, this.#toA);
    const toB = sequencesAt(b, a, this.#toB);
    let cost = 0;
    for (let k = 0; k < sequencesOfSite; k += 1) {
      // Where the surroundings are the same, what one place loses the other one gains.
      if (toA[k] !== ofB[k]) cost += this.#change(ofB[k]!, toA[k]!);
      if (toB[k] !== ofA[k]) cost += this.#change(ofA[k]!, toB[k]!);
    }
    return cost;
  }

  /** Cost of one place taking a word that no other one loses. */
  costOfReplacing(site: Site, word: SiteWord): number {
    const of = sequencesAt(site, site, this.#ofA);
    const to = sequencesAt(site, word, this.#toA);
    let cost = wordWeight * this.#change(site.whole, word.whole);
    for (let k = 0; k < sequencesOfSite; k += 1) cost += this.#change(of[k]!, to[k]!);
    return cost;
  }

  #change(lost: number, gained: number): number {
    return (
      (lost === 0 ? 0 : this.#table.growth(lost, -1)) + (gained === 0 ? 0 : this.#table.growth(gained, 1))
    );
  }

  /** Enters that a place has taken a word. */
  enter(site: Site, word: SiteWord): void {
    this.#enter(site, word, 1);
  }

  /** Takes an entry back. */
  leave(site: Site, word: SiteWord): void {
    this.#enter(site, word, -1);
  }

  #enter(site: Site, word: SiteWord, times: 1 | -1): void {
    this.#entered += times;
    const of = sequencesAt(site, site, this.#ofA);
    const to = sequencesAt(site, word, this.#toA);
    for (let k = 0; k < sequencesOfSite; k += 1) {
      if (of[k] !== 0) this.#table.addSurplus(of[k]!, -times);
      if (to[k] !== 0) this.#table.addSurplus(to[k]!, times);
    }
    this.#table.addSurplus(site.whole, -times);
    this.#table.addSurplus(word.whole, times);
  }
}
