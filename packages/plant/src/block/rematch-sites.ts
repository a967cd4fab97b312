import type { BlockReading } from '../sites/block-reading';
import type { SiteTable } from '../sites/site-table';
import { type BlockState, none } from './draft';
import { evidence } from './evidence';
import { floor } from './shares';
import { demand } from './word-fits';

/** How many pairs a path may part until two unmatched captions are both matched. */
const deepest = 2;
/** How many captions are tried for an unmatched one, and how many with one word. */
const mostAsked = 100;
const mostWithWord = 8;
/** The largest cost of a new pair. */
const mostCost = 22;
const wanted = demand(evidence.most, false);

/**
 * Finds partners for captions that were left over: one takes the partner of another one, which takes a third one's, until
 * somebody takes one that was left over as well. (Augmenting paths of a matching, cut off where they get long.)
 */
export function rematchSites(places: readonly number[], block: BlockReading, state: BlockState): void {
  const left: number[] = [];
  const paired: number[] = [];
  for (const site of places) (state.draft.isFree(site) ? left : paired).push(site);
  const paths = new Paths(left, paired, block, state);
  for (const site of left) paths.lookFor(site);
}

class Paths {
  readonly #block: BlockReading;
  readonly #sites: SiteTable;
  readonly #state: BlockState;
  readonly #free: Shelves;
  readonly #paired: Shelves;
  /** Captions that found nobody among those left over but, maybe, the one that was asking: these only get fewer. */
  readonly #isAlone: Uint8Array;
  /** For which caption left over each one has been asked already. */
  readonly #asked: Int32Array;
  #root = none;
  #asks = 0;

  constructor(left: readonly number[], paired: readonly number[], block: BlockReading, state: BlockState) {
    this.#block = block;
    this.#sites = block.sites;
    this.#state = state;
    this.#free = shelve(left, block.sites);
    this.#paired = shelve(paired, block.sites);
    this.#isAlone = new Uint8Array(block.size);
    this.#asked = new Int32Array(block.size).fill(none);
  }

  /** Looks for a partner of a place's caption, at any of its places, if it has none. */
  lookFor(site: number): void {
    const root = this.#sites.caption(site);
    if (this.#asked[root] === root || !this.#state.draft.isFree(site)) return;
    this.#root = root;
    this.#asked[root] = root;
    this.#asks = 0;
    this.#settle(root, deepest);
  }

  /** Pairs a caption off that has no partner now; `false` leaves all as it was. */
  #settle(caption: number, depth: number): boolean {
    if (this.#isAlone[caption] === 0) {
      if (this.#takeFree(caption)) return true;
      this.#isAlone[caption] = 1;
    }
    if (depth === 0) return false;
    const end = this.#block.endOfSites(caption);
    for (let site = this.#block.firstSite(caption); site < end; site += 1) {
      if (this.#takePaired(site, depth)) return true;
      if (this.#asks >= mostAsked) return false;
    }
    return false;
  }

  #takeFree(caption: number): boolean {
    const end = this.#block.endOfSites(caption);
    for (let site = this.#block.firstSite(caption); site < end; site += 1) {
      for (const others of this.#free.get(this.#sites.bucket(site)) ?? []) {
        if (others.length === 0 || !this.#mayHave(site, others[0]!)) continue;
        this.#dropTaken(others);
        for (let k = 0; k < others.length && this.#mayHave(site, others[k]!); k += 1) {
          const other = others[k]!;
          const its = this.#sites.caption(other);
          if (its === this.#root || its === caption || !this.#mayGive(site, other)) continue;
          this.#state.draft.exchange(site, other);
          return true;
        }
      }
    }
    return false;
  }

  /** Takes another caption's partner, if that one finds another. */
  #takePaired(site: number, depth: number): boolean {
    const { draft } = this.#state;
    const caption = this.#sites.caption(site);
    const words = this.#paired.get(this.#sites.bucket(site)) ?? [];
    // Another start for each caption, so that it's not always the same pairs that are parted.
    for (let w = 0; w < words.length; w += 1) {
      const others = words[(w + caption) % words.length]!;
      if (!this.#mayHave(site, others[0]!)) continue;
      const end = Math.min(others.length, mostWithWord);
      for (let k = 0; k < end && this.#mayHave(site, others[0]!); k += 1) {
        const first = others[(k + caption) % others.length]!;
        const its = this.#sites.caption(first);
        const own = draft.pairedAt(its);
        const partner = draft.pairedWith(its);
        if (this.#asked[its] === this.#root || own === none || !this.#mayPart(own)) continue;
        const widowed = this.#sites.caption(partner);
        if (this.#asked[widowed] === this.#root || (depth === 1 && this.#isAlone[widowed] === 1)) continue;
        this.#asks += 1;
        if (this.#asks >= mostAsked) return false;
        if (!this.#mayGive(site, first)) continue;
        this.#asked[its] = this.#root;
        this.#asked[widowed] = this.#root;
        draft.part(own, partner);
        draft.exchange(site, first);
        if (this.#settle(widowed, depth - 1)) return true;
        draft.part(site, first);
        draft.exchange(own, partner);
      }
    }
    return false;
  }

  /** Places that are taken stay so, but for those on the way: without them the next search is short. */
  #dropTaken(places: number[]): void {
    let kept = 0;
    for (const site of places) {
      if (!this.#state.draft.isFree(site) && this.#sites.caption(site) !== this.#root) continue;
      places[kept] = site;
      kept += 1;
    }
    places.length = kept;
  }

  /** Whether the pair at a place may be parted: not where its slot has hardly its share. */
  #mayPart(site: number): boolean {
    const slot = this.#sites.slot(site);
    return slot === 'object' || this.#state.draft.taken(slot) > floor * this.#block.size + 2;
  }

  #mayHave(site: number, other: number): boolean {
    return this.#state.fits.suits(site, other, wanted);
  }

  /** Whether `b`, whose word `a` may have by its surroundings, may have the one of `a`, and nothing else speaks against it. */
  #mayGive(a: number, b: number): boolean {
    const { fits, ledger } = this.#state;
    if (!this.#mayHave(b, a) || ledger.costOfExchange(a, b) > mostCost) return false;
    return fits.mayTake(a, b) && fits.mayTake(b, a);
  }
}

/** Places by their bucket, and there by their word. */
type Shelves = ReadonlyMap<number, number[][]>;

function shelve(places: readonly number[], sites: SiteTable): Shelves {
  const byBucket = new Map<number, number[][]>();
  const byWord: number[][] = [];
  for (const site of places) {
    const word = sites.word(site);
    const others = byWord[word];
    if (others) others.push(site);
    else {
      const list = [site];
      byWord[word] = list;
      const lists = byBucket.get(sites.bucket(site));
      if (lists) lists.push(list);
      else byBucket.set(sites.bucket(site), [list]);
    }
  }
  return byBucket;
}
