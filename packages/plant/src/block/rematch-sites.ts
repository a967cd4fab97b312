import { suits } from './evidence';
import type { BlockState } from './exchange-words';
import type { Site } from './site';

/** So many places of paired captions are looked at for one place of a caption left over, and so many the other way. */
const mostFirst = 24;
const mostSecond = 12;
/** What each of the two new pairs may cost. */
const mostCost = 30;

/**
 * Finds partners for captions that were left over, two at a time: a pair is parted, and each of its captions pairs off
 * with one that has none, at whatever place.
 */
export function rematchSites(sites: readonly Site[], state: BlockState): void {
  const { ledger, isFree, exclude, mayTake, pairOf, exchange, part } = state;
  const free = new Map<number, Site[]>();
  for (const site of sites) if (isFree(site)) add(free, site);
  const paired = new Map<number, Site[]>();
  for (const site of sites) {
    if (free.has(site.bucket) && !isFree(site)) add(paired, site);
  }
  for (const left of [...free.values()].flat()) {
    if (isFree(left)) rematch(left);
  }

  function rematch(left: Site): void {
    const others = paired.get(left.bucket) ?? [];
    let tried = 0;
    for (let k = 0; k < others.length && k < 4 * mostFirst && tried < mostFirst; k += 1) {
      const first = others[(k + 31 * left.caption.index) % others.length]!;
      const pair = pairOf(first);
      if (
        pair?.[0].span.slot !== 'object' ||
        first.lemmaHash === left.lemmaHash ||
        first.caption === left.caption
      )
        continue;
      if (!exclude(left, first)) continue;
      tried += 1;
      if (!suitEachOther(left, first)) continue;
      const second = partnerFor(pair, left);
      if (!second) continue;
      part(pair[0], pair[1]);
      exchange(left, first);
      exchange(second[0], second[1]);
      return;
    }
  }

  /** For the caption that loses its partner another one that has none. */
  function partnerFor([, widowed]: readonly [Site, Site], taken: Site): readonly [Site, Site] | undefined {
    for (const site of widowed.caption.sites) {
      const others = free.get(site.bucket);
      if (!others) continue;
      for (let k = 0, tried = 0; k < others.length && tried < mostSecond; k += 1) {
        const other = others[k]!;
        if (!isFree(other) || other.caption === taken.caption) continue;
        if (other.lemmaHash === site.lemmaHash || !exclude(site, other)) continue;
        tried += 1;
        if (suitEachOther(site, other)) return [site, other];
      }
    }
    return undefined;
  }

  function suitEachOther(a: Site, b: Site): boolean {
    return (
      suits(a, b, ledger, 'most') &&
      suits(b, a, ledger, 'most') &&
      ledger.costOfExchange(a, b) <= mostCost &&
      mayTake(a, b) &&
      mayTake(b, a)
    );
  }
}

function add(map: Map<number, Site[]>, site: Site): void {
  const list = map.get(site.bucket);
  if (list) list.push(site);
  else map.set(site.bucket, [site]);
}
