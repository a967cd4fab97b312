import type { BlockReading } from './block-reading';
import { evidence } from './evidence';
import { type BlockState, none } from './exchange-words';
import type { SiteTable } from './site-table';
import { demand } from './word-fits';

/** So many pairs are parted one after the other until two captions that were left over are both paired off. */
const deepest = 2;
/** So many captions are asked for one that was left over, so many of them with one word. */
const mostAsked = 100;
const mostWithWord = 8;
/** What each new pair may cost. */
const mostCost = 22;
const wanted = demand(evidence.most, false);

/**
 * Finds partners for captions that were left over: one takes the partner of another one, which takes a third one's, until
 * somebody takes one that was left over as well. (Augmenting paths of a matching, cut off where they get long.)
 *
 * @param mayPart whether a pair at such a place may be parted
 */
export function rematchSites(
  places: readonly number[],
  block: BlockReading,
  state: BlockState,
  mayPart: (site: number) => boolean,
): void {
  const { ledger, fits, isFree, pairedAt, pairedWith, exchange, part } = state;
  const { sites } = block;
  const left = places.filter(isFree);
  const free = shelve(left, sites);
  const paired = shelve(
    places.filter((site) => !isFree(site)),
    sites,
  );
  /** Captions that found nobody among those left over but, maybe, the one that was asking: these only get fewer. */
  const isAlone = new Uint8Array(block.size);
  /** For which caption left over each one has been asked already. */
  const asked = new Int32Array(block.size).fill(-1);
  const done = new Uint8Array(block.size);
  let root = -1;
  let asks = 0;
  for (const site of left) {
    root = sites.caption(site);
    if (done[root] === 1 || !isFree(site)) continue;
    done[root] = 1;
    asked[root] = root;
    asks = 0;
    settle(root, deepest);
  }

  /** Pairs a caption off that has no partner now; `false` leaves all as it was. */
  function settle(caption: number, depth: number): boolean {
    if (isAlone[caption] === 0) {
      if (takeFree(caption)) return true;
      isAlone[caption] = 1;
    }
    if (depth === 0) return false;
    for (let site = block.firstSite(caption); site < block.endOfSites(caption); site += 1) {
      if (takePaired(site, depth)) return true;
      if (asks >= mostAsked) return false;
    }
    return false;
  }

  function takeFree(caption: number): boolean {
    for (let site = block.firstSite(caption); site < block.endOfSites(caption); site += 1) {
      for (const others of free.get(sites.bucket(site)) ?? []) {
        if (others.length === 0 || !mayHave(site, others[0]!)) continue;
        dropTaken(others);
        for (let k = 0; k < others.length && mayHave(site, others[k]!); k += 1) {
          const other = others[k]!;
          const its = sites.caption(other);
          if (its === root || its === caption || !mayGive(site, other)) continue;
          exchange(site, other);
          return true;
        }
      }
    }
    return false;
  }

  /** Takes another caption's partner, if that one finds another. */
  function takePaired(site: number, depth: number): boolean {
    const caption = sites.caption(site);
    const words = paired.get(sites.bucket(site)) ?? [];
    // Another start for each caption, so that it's not always the same pairs that are parted.
    for (let w = 0; w < words.length; w += 1) {
      const others = words[(w + caption) % words.length]!;
      if (!mayHave(site, others[0]!)) continue;
      const end = Math.min(others.length, mostWithWord);
      for (let k = 0; k < end && mayHave(site, others[0]!); k += 1) {
        const first = others[(k + caption) % others.length]!;
        const its = sites.caption(first);
        const own = pairedAt(its);
        const partner = pairedWith(its);
        if (asked[its] === root || own === none || !mayPart(own)) continue;
        const widowed = sites.caption(partner);
        if (asked[widowed] === root || (depth === 1 && isAlone[widowed] === 1)) continue;
        asks += 1;
        if (asks >= mostAsked) return false;
        if (!mayGive(site, first)) continue;
        asked[its] = root;
        asked[widowed] = root;
        part(own, partner);
        exchange(site, first);
        if (settle(widowed, depth - 1)) return true;
        part(site, first);
        exchange(own, partner);
      }
    }
    return false;
  }

  /** Places that are taken stay so, but for those on the way: without them the next search is short. */
  function dropTaken(places: number[]): void {
    let kept = 0;
    for (const site of places) {
      if (!isFree(site) && sites.caption(site) !== root) continue;
      places[kept] = site;
      kept += 1;
    }
    places.length = kept;
  }

  function mayHave(site: number, other: number): boolean {
    return fits.suits(site, other, wanted);
  }

  /** Whether `b`, whose word `a` may have by its surroundings, may have the one of `a`, and nothing else speaks against it. */
  function mayGive(a: number, b: number): boolean {
    if (!mayHave(b, a) || ledger.costOfExchange(a, b) > mostCost) return false;
    return fits.mayTake(a, b) && fits.mayTake(b, a);
  }
}

/** Places by their bucket, and there by their word. */
function shelve(places: readonly number[], sites: SiteTable): Map<number, number[][]> {
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
