import type { BlockReading } from './block-reading';
import { suits } from './evidence';
import type { BlockState } from './exchange-words';

/** So many places of paired captions are looked at for one place of a caption left over, and so many the other way. */
const mostFirst = 24;
const mostSecond = 12;
/** What each of the two new pairs may cost. */
const mostCost = 30;
const isStrict = false;

/**
 * Finds partners for captions that were left over, two at a time: a pair is parted, and each of its captions pairs off
 * with one that has none, at whatever place.
 */
export function rematchSites(places: readonly number[], block: BlockReading, state: BlockState): void {
  const { ledger, isFree, exclude, mayTake, pairOf, exchange, part } = state;
  const { sites } = block;
  const free = new Map<number, number[]>();
  for (const site of places) if (isFree(site)) add(free, site);
  const paired = new Map<number, number[]>();
  for (const site of places) {
    if (!isFree(site) && free.has(sites.bucket(site))) add(paired, site);
  }
  for (const left of [...free.values()].flat()) {
    if (isFree(left)) rematch(left);
  }

  function rematch(left: number): void {
    const others = paired.get(sites.bucket(left)) ?? [];
    const caption = sites.caption(left);
    let tried = 0;
    for (let k = 0; k < others.length && k < 4 * mostFirst && tried < mostFirst; k += 1) {
      const first = others[(k + 31 * caption) % others.length]!;
      const pair = pairOf(sites.caption(first));
      if (!pair || sites.slot(pair[0]) !== 'object') continue;
      if (sites.lemmaHash(first) === sites.lemmaHash(left) || sites.caption(first) === caption) continue;
      if (!exclude(left, first)) continue;
      tried += 1;
      if (!suitEachOther(left, first)) continue;
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
        if (!isFree(other)) gone += 1;
        if (!isFree(other) || sites.caption(other) === taken) continue;
        if (sites.lemmaHash(other) === sites.lemmaHash(site) || !exclude(site, other)) continue;
        tried += 1;
        if (suitEachOther(site, other)) return [site, other];
      }
      if (gone > mostSecond) dropTaken(others);
    }
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

  function suitEachOther(a: number, b: number): boolean {
    return (
      suits(a, b, ledger, 'most', isStrict) &&
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
