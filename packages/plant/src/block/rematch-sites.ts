import type { BlockReading } from './block-reading';
import { suits } from './evidence';
import type { BlockState } from './exchange-words';
import type { SiteTable } from './site-table';
import { WordMemo } from './word-memo';

/** So many paired captions are asked for one place of a caption left over, so many of them with one word. */
const mostFirst = 96;
const mostWithWord = 12;
/** So many of those left over are asked for one place of a caption that would lose its partner. */
const mostSecond = 24;
/** What each of the two new pairs may cost. */
const mostCost = 30;
const isStrict = false;

/**
 * Finds partners for captions that were left over, two at a time: a pair is parted, and each of its captions pairs off
 * with one that has none, at whatever place.
 *
 * @param mayPart whether a pair at such a place may be parted
 */
export function rematchSites(
  places: readonly number[],
  block: BlockReading,
  state: BlockState,
  mayPart: (site: number) => boolean,
): void {
  const { ledger, isFree, exclude, mayTake, pairOf, exchange, part } = state;
  const { sites } = block;
  const left = places.filter(isFree);
  const free = shelve(left, sites);
  const paired = shelve(
    places.filter((site) => !isFree(site) && free.has(sites.bucket(site))),
    sites,
  );
  /** Captions that found nobody among those left over: these only get fewer. */
  const isAlone = new Uint8Array(block.size);
  const forLeft = new WordMemo(sites, mayHave);
  const forWidowed = new WordMemo(sites, mayHave);
  for (const site of left) if (isFree(site)) rematch(site);

  function rematch(left: number): void {
    const caption = sites.caption(left);
    const words = paired.get(sites.bucket(left)) ?? [];
    // Another start for each caption, so that it's not always the same pairs that are parted.
    for (let w = 0, tried = 0; w < words.length && tried < mostFirst; w += 1) {
      const others = words[(w + caption) % words.length]!;
      if (!forLeft.allows(left, others[0]!)) continue;
      const end = Math.min(others.length, mostWithWord);
      for (let k = 0; k < end && tried < mostFirst && forLeft.allows(left, others[0]!); k += 1) {
        const first = others[(k + caption) % others.length]!;
        const pair = pairOf(sites.caption(first));
        if (!pair || isAlone[sites.caption(pair[1])] === 1 || !mayPart(pair[0])) continue;
        tried += 1;
        if (!mayGive(left, first, forLeft)) continue;
        const second = partnerFor(sites.caption(pair[1]), caption);
        if (!second) continue;
        part(pair[0], pair[1]);
        exchange(left, first);
        exchange(second[0], second[1]);
        return;
      }
    }
  }

  /** For the caption that loses its partner another one that has none, but for the one that is taken. */
  function partnerFor(widowed: number, taken: number): readonly [number, number] | undefined {
    for (let site = block.firstSite(widowed); site < block.endOfSites(widowed); site += 1) {
      let tried = 0;
      for (const others of free.get(sites.bucket(site)) ?? []) {
        if (others.length === 0 || !forWidowed.allows(site, others[0]!)) continue;
        dropTaken(others);
        for (
          let k = 0;
          k < others.length && tried < mostSecond && forWidowed.allows(site, others[0]!);
          k += 1
        ) {
          const other = others[k]!;
          if (sites.caption(other) === taken) continue;
          tried += 1;
          if (mayGive(site, other, forWidowed)) return [site, other];
        }
      }
    }
    isAlone[widowed] = 1;
    return undefined;
  }

  /** Places that are taken stay so: without them the next search is short. */
  function dropTaken(places: number[]): void {
    let kept = 0;
    for (const site of places) {
      if (!isFree(site)) continue;
      places[kept] = site;
      kept += 1;
    }
    places.length = kept;
  }

  function mayHave(site: number, other: number): boolean {
    return (
      sites.lemmaHash(other) !== sites.lemmaHash(site) &&
      exclude(site, other) &&
      suits(site, other, ledger, 'most', isStrict)
    );
  }

  /** Whether `b`, whose word `a` may have by its surroundings, may have the one of `a`, and nothing else speaks against it. */
  function mayGive(a: number, b: number, words: WordMemo): boolean {
    if (!suits(b, a, ledger, 'most', isStrict) || ledger.costOfExchange(a, b) > mostCost) return false;
    if (mayTake(a, b)) return mayTake(b, a);
    words.deny(b);
    return false;
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
