import type { BlockReading } from './block-reading';
import { suits } from './evidence';
import type { BlockState } from './exchange-words';
import { createWordMemo } from './word-memo';

/** So many places of paired captions are asked for one place of a caption left over, and so many the other way. */
const mostFirst = 96;
const mostSecond = 24;
/** What each of the two new pairs may cost. */
const mostCost = 30;
const isStrict = false;
/** Places of all captions are gone through from another start for each caption left over. */
const stride = 31;

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
  const free = new Map<number, number[]>();
  for (const site of places) if (isFree(site)) add(free, site);
  const paired = new Map<number, number[]>();
  for (const site of places) {
    if (!isFree(site) && free.has(sites.bucket(site))) add(paired, site);
  }
  /** Captions that found nobody among those left over: these only get fewer. */
  const isAlone = new Uint8Array(block.size);
  const forLeft = createWordMemo(sites, (site, other) => mayHave(site, other));
  const forWidowed = createWordMemo(sites, (site, other) => mayHave(site, other));
  for (const left of [...free.values()].flat()) {
    if (isFree(left)) rematch(left);
  }

  function rematch(left: number): void {
    const others = paired.get(sites.bucket(left)) ?? [];
    const caption = sites.caption(left);
    for (let k = 0, tried = 0; k < others.length && tried < mostFirst; k += 1) {
      const first = others[(k + stride * caption) % others.length]!;
      if (!forLeft(left, first)) continue;
      const pair = pairOf(sites.caption(first));
      if (!pair || isAlone[sites.caption(pair[1])] === 1 || !mayPart(pair[0])) continue;
      tried += 1;
      if (!mayGive(left, first)) continue;
      const second = partnerFor(sites.caption(pair[1]), caption);
      if (!second) continue;
      part(pair[0], pair[1]);
      exchange(left, first);
      exchange(second[0], second[1]);
      return;
    }
  }

  /** For the caption that loses its partner another one that has none, but for the one that is taken. */
  function partnerFor(widowed: number, taken: number): readonly [number, number] | undefined {
    for (let site = block.firstSite(widowed); site < block.endOfSites(widowed); site += 1) {
      const others = free.get(sites.bucket(site));
      if (!others) continue;
      let gone = 0;
      for (let k = 0, tried = 0; k < others.length && tried < mostSecond; k += 1) {
        const other = others[k]!;
        if (!forWidowed(site, other)) continue;
        if (!isFree(other)) gone += 1;
        else if (sites.caption(other) !== taken) {
          tried += 1;
          if (mayGive(site, other)) return [site, other];
        }
      }
      if (gone > mostSecond) dropTaken(others);
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

  /** Whether `b`, whose word `a` may have, may have the one of `a`. */
  function mayGive(a: number, b: number): boolean {
    return (
      suits(b, a, ledger, 'most', isStrict) &&
      ledger.costOfExchange(a, b) <= mostCost &&
      mayTake(a, b) &&
      mayTake(b, a)
    );
  }

  function add(map: Map<number, number[]>, site: number): void {
    const list = map.get(sites.bucket(site));
    if (list) list.push(site);
    else map.set(sites.bucket(site), [site]);
  }
}
