import { maxLeak } from '../scores/objective';
import { none } from './draft';
import { pairIfAllowed } from './exchange';
import type { BlockState } from './state';

/** How many pairs a path may part until two unmatched captions are both matched. */
const deepest = 1;
/** How many captions are tried for an unmatched one, and how many with one word. */
const maxAsked = 8;
const maxWithWord = 4;

/**
 * Finds partners for captions that were left over: one takes the partner of another one, which takes a third one's, until
 * somebody takes one that was left over as well. (Augmenting paths of a matching, cut off where they get long.)
 */
export function augmentPairs(captions: readonly number[], limit: number, state: BlockState): void {
  const paths = new Paths(limit, state);
  for (const caption of captions) paths.lookFor(caption);
}

class Paths {
  readonly #limit: number;
  readonly #state: BlockState;
  /** By their words the sites of captions that have a partner. */
  readonly #paired = new Map<number, number[]>();
  /** For which caption left over each one has been asked already. */
  readonly #asked: Int32Array;
  #root = none;
  #asks = 0;

  constructor(limit: number, state: BlockState) {
    const { block, draft } = state;
    const { sites } = block;
    this.#limit = limit;
    this.#state = state;
    this.#asked = new Int32Array(block.size).fill(none);
    for (let site = block.firstOfAll; site < block.endOfAll; site += 1) {
      if (sites.price(site) > limit) continue;
      if (draft.pairedAt(sites.caption(site)) === none) continue;
      const others = this.#paired.get(sites.word(site));
      if (others) others.push(site);
      else this.#paired.set(sites.word(site), [site]);
    }
  }

  /** Looks for a partner of a caption, if it has none. */
  lookFor(caption: number): void {
    if (!this.#state.draft.isOpen(caption)) return;
    this.#root = caption;
    this.#asked[caption] = caption;
    this.#asks = 0;
    this.#findPartner(caption, deepest);
  }

  /** Pairs a caption off that has no partner now; `false` leaves all as it was. */
  #findPartner(caption: number, depth: number): boolean {
    const { block, offers } = this.#state;
    const { sites } = block;
    for (let site = block.firstSite(caption); site < block.endOfSites(caption); site += 1) {
      if (sites.price(site) > this.#limit) continue;
      const start = offers.start(site);
      const end = offers.end(site);
      for (let offer = start; offer < end; offer += 1) {
        if (this.#takeFree(site, sites.word(offers.giver(offer)))) return true;
      }
      if (depth === 0) continue;
      for (let offer = start; offer < end; offer += 1) {
        if (this.#takePaired(site, sites.word(offers.giver(offer)), depth)) return true;
        if (this.#asks >= maxAsked) return false;
      }
    }
    return false;
  }

  #takeFree(site: number, word: number): boolean {
    const { block, draft, donors } = this.#state;
    let tried = 0;
    let isPaired = false;
    donors.each(
      word,
      site,
      (other) => draft.isFree(other),
      (other) => {
        const otherCaption = block.sites.caption(other);
        if (otherCaption === this.#root || otherCaption === block.sites.caption(site)) return false;
        isPaired = this.#suit(site, other) && this.#pair(site, other);
        tried += 1;
        return isPaired || tried === maxWithWord;
      },
    );
    return isPaired;
  }

  /** Takes another caption's partner, if that one finds another. */
  #takePaired(site: number, word: number, depth: number): boolean {
    const { block, draft } = this.#state;
    const others = this.#paired.get(word);
    if (!others) return false;
    // Another start for each caption, so that it's not always the same pairs that are taken apart.
    const start = block.sites.caption(site);
    for (let k = 0; k < Math.min(others.length, maxWithWord); k += 1) {
      const other = others[(k + start) % others.length]!;
      const otherCaption = block.sites.caption(other);
      const itsSite = draft.pairedAt(otherCaption);
      if (itsSite === none || this.#asked[otherCaption] === this.#root || otherCaption === start) continue;
      const unpaired = block.sites.caption(draft.pairedWith(otherCaption));
      if (this.#asked[unpaired] === this.#root || unpaired === start) continue;
      this.#asks += 1;
      if (this.#asks >= maxAsked) return false;
      this.#asked[otherCaption] = this.#root;
      this.#asked[unpaired] = this.#root;
      // Most are refused for their words alone, which asks for no pair to be taken apart.
      if (!this.#suit(site, other)) continue;
      const apart = draft.unpair(itsSite);
      if (this.#pair(site, other)) {
        if (this.#findPartner(unpaired, depth - 1)) return true;
        draft.unpair(site);
      }
      draft.exchange(...apart);
    }
    return false;
  }

  #suit(site: number, other: number): boolean {
    const { judge } = this.#state;
    return judge.priceOfExchange(site, other, this.#limit) < Number.POSITIVE_INFINITY;
  }

  /** Pairs two sites off that suit each other. */
  #pair(site: number, other: number): boolean {
    const leak = this.#state.ledger.costOfExchange(site, other);
    return leak <= 2 * maxLeak && pairIfAllowed(site, other, leak, this.#state);
  }
}
