import type { BlockReading } from '../sites/block-reading';
import { sequencesOfSite } from '../sites/site';
import type { SiteTable } from '../sites/site-table';
import { SequenceTable } from './sequence-table';

/** A word that no other caption loses weighs so much more than a sequence. */
const wordWeight = 16;

/** So many different sequences a block of captions has for each caption; of longer ones it has more. */
const usualSequences = 10;

/**
 * What the captions of a block say, and what the negatives say instead. A model that looks for seams learns from
 * nothing but the sequences of words that negatives have more often, or less, than their captions; so each change is
 * judged by what it does to the sum of the squares of these surpluses.
 */
export class Ledger {
  readonly sites: SiteTable;
  readonly #table: SequenceTable;
  /** What it costs that `#losing` loses its sequences, worked out when the ledger's `#version` was `#lossesAt`. */
  readonly #losses = new Float64Array(sequencesOfSite);
  #losing = -1;
  #version = 0;
  #lossesAt = -1;
  readonly #toA = new Int32Array(sequencesOfSite);
  readonly #toB = new Int32Array(sequencesOfSite);

  constructor(block: BlockReading) {
    this.sites = block.sites;
    this.#table = new SequenceTable(usualSequences * block.size);
    block.countSequences(this.#table);
  }

  /** Cost of two places giving each other their words; cheaper for an `a` that was asked for last. */
  costOfExchange(a: number, b: number): number {
    const { sites } = this;
    const losses = this.#lossesOf(a);
    const toA = sites.sequencesWith(a, b, this.#toA);
    const toB = sites.sequencesWith(b, a, this.#toB);
    let cost = 0;
    for (let k = 0; k < sequencesOfSite; k += 1) {
      // In equal surroundings one place gains what the other loses.
      const ofA = sites.sequence(a, k);
      const ofB = sites.sequence(b, k);
      if (toA[k] !== ofB) cost += this.#change(ofB, toA[k]!);
      const gained = toB[k]!;
      if (gained !== ofA) cost += losses[k]! + (gained === 0 ? 0 : this.#table.growth(gained, 1));
    }
    return cost;
  }

  /** What it costs that a place loses each of its sequences: the same for all partners, until the ledger changes. */
  #lossesOf(site: number): Float64Array {
    const losses = this.#losses;
    if (this.#losing === site && this.#lossesAt === this.#version) return losses;
    for (let k = 0; k < sequencesOfSite; k += 1) {
      const sequence = this.sites.sequence(site, k);
      losses[k] = sequence === 0 ? 0 : this.#table.growth(sequence, -1);
    }
    this.#losing = site;
    this.#lossesAt = this.#version;
    return losses;
  }

  /** Cost of one place taking a word that no other one loses; cheaper for a place that was asked for last. */
  costOfReplacing(site: number, word: number): number {
    const { sites } = this;
    const losses = this.#lossesOf(site);
    const to = sites.sequencesWith(site, word, this.#toA);
    let cost = wordWeight * this.#change(sites.whole(site), sites.whole(word));
    for (let k = 0; k < sequencesOfSite; k += 1) {
      cost += losses[k]! + (to[k] === 0 ? 0 : this.#table.growth(to[k]!, 1));
    }
    return cost;
  }

  #change(lost: number, gained: number): number {
    return (
      (lost === 0 ? 0 : this.#table.growth(lost, -1)) + (gained === 0 ? 0 : this.#table.growth(gained, 1))
    );
  }

  /** Enters that a place has taken a word. */
  enter(site: number, word: number): void {
    this.#enter(site, word, 1);
  }

  /** Takes an entry back. */
  leave(site: number, word: number): void {
    this.#enter(site, word, -1);
  }

  #enter(site: number, word: number, times: 1 | -1): void {
    this.#version += 1;
    const { sites } = this;
    const to = sites.sequencesWith(site, word, this.#toA);
    for (let k = 0; k < sequencesOfSite; k += 1) {
      const of = sites.sequence(site, k);
      if (of !== 0) this.#table.addSurplus(of, -times);
      if (to[k] !== 0) this.#table.addSurplus(to[k]!, times);
    }
    this.#table.addSurplus(sites.whole(site), -times);
    this.#table.addSurplus(sites.whole(word), times);
  }
}
