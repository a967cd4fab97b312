import type { CorpusStats } from '../corpus/corpus-stats';
import { CountTable } from '../hashes/count-table';
import { hashActing, hashBinding, hashCompany, hashPair } from '../hashes/hash-words';
import type { BlockReading } from '../sites/block-reading';
import type { SiteTable } from '../sites/site-table';

/** How likely a word is in its place, and how likely it is to be true there as well. */
export interface Plausibility {
  /** −ln of the probability that a reader finds nothing clearly wrong with the word there; ≥ 0. */
  surprise(site: number, giver: number): number;
  /** Whether so many pictures with the caption's other words show the thing that this one may show it, unsaid. */
  likelyTrue(site: number, giver: number): boolean;
}

/** Of so many pictures with a word another one is expected. */
const expected = 0.2;
const leastExpected = 10;

/** Plausibility by counts: both seams, governor, deed and companions, from the block and the fitted corpus. */
export function createPlausibility(block: BlockReading, fit: CorpusStats | undefined): Plausibility {
  return new CountedPlausibility(block, fit);
}

class CountedPlausibility implements Plausibility {
  readonly #block: BlockReading;
  readonly #sites: SiteTable;
  readonly #fit: CorpusStats | undefined;
  readonly #counts: CountTable;
  readonly #met: CountTable;
  readonly #together: CountTable;

  constructor(block: BlockReading, fit: CorpusStats | undefined) {
    this.#block = block;
    this.#sites = block.sites;
    this.#fit = fit;
    this.#counts = new CountTable(10 * block.size);
    this.#met = new CountTable(block.size);
    this.#together = new CountTable(8 * block.size);
    block.countSequences(this.#counts);
    block.countBindings(this.#counts);
    const { companions } = block;
    for (let caption = 0; caption < block.size; caption += 1) {
      for (let i = companions.start(caption); i < companions.end(caption); i += 1) {
        this.#met.add(companions.hash(i));
        for (let j = companions.start(caption); j < i; j += 1) {
          this.#together.add(hashCompany(companions.hash(i), companions.hash(j)));
        }
      }
    }
  }

  #known(hash: number): number {
    const count = this.#counts.count(hash);
    if (count > 0) return count / (count + 1);
    const fitted = this.#fit?.count(hash) ?? 0;
    return fitted / (fitted + 1);
  }

  surprise(site: number, giver: number): number {
    const sites = this.#sites;
    const kl1 = sites.kl1(site);
    const r1 = sites.r1(site);
    const governor = sites.governor(site);
    const deed = sites.deed(site);
    const actor = sites.actor(site);
    let surprise = 0.5;
    surprise -= 0.17 * (kl1 === 0 ? 0.7 : this.#known(hashPair(kl1, sites.firstKept(giver))));
    surprise -= 0.17 * (r1 === 0 ? 0.7 : this.#known(hashPair(sites.last(giver), r1)));
    surprise -= 0.08 * (governor === 0 ? 0.7 : this.#known(hashBinding(governor, sites.lemmaHash(giver))));
    if (deed !== 0 && this.#known(hashActing(sites.lemmaHash(giver), deed)) === 0) surprise += 0.1;
    if (actor !== 0 && this.#known(hashActing(actor, sites.lemmaHash(giver))) === 0) surprise += 0.1;
    if (sites.sort(site) !== sites.sort(giver)) surprise += 0.05;
    if (sites.slot(site) === 'object') surprise += this.#companions(site, sites.lemmaHash(giver));
    return Math.max(0, surprise);
  }

  #companions(site: number, word: number): number {
    const { companions } = this.#block;
    const { first, last } = this.#sites.placed(site);
    const caption = this.#sites.caption(site);
    let [known, all, clash] = [0, 0, 0];
    const met = this.#met.count(word);
    for (let i = companions.start(caption); i < companions.end(caption); i += 1) {
      const token = companions.token(i);
      if (token >= first && token <= last) continue;
      all += 1;
      const other = companions.hash(i);
      const together = this.#together.count(hashCompany(word, other));
      if (together > 0 || (this.#fit?.together(word, other) ?? 0) > 0) known += 1;
      else if ((met * this.#met.count(other)) / this.#block.size > 2) clash += 1;
    }
    return all === 0 ? 0 : (-0.08 * known) / all + 0.15 * clash;
  }

  likelyTrue(site: number, giver: number): boolean {
    const { companions } = this.#block;
    const { first, last } = this.#sites.placed(site);
    const caption = this.#sites.caption(site);
    const word = this.#sites.lemmaHash(giver);
    for (let i = companions.start(caption); i < companions.end(caption); i += 1) {
      const token = companions.token(i);
      if (token >= first && token <= last) continue;
      const other = companions.hash(i);
      const often = this.#met.count(other);
      if (often < leastExpected || other === word) continue;
      if (this.#together.count(hashCompany(word, other)) >= expected * often) return true;
    }
    return false;
  }
}
