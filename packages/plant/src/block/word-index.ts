import { hashPair } from '../hashes/hash-words';
import type { BlockReading } from './block-reading';
import type { SiteTable } from './site-table';

/** At most so many words are kept for one surrounding. */
const mostWords = 12;

export interface WordIndex {
  /** Places with words that stand where this one stands: after the same word, before it, or under its governor. */
  near(site: number): number[];
  /** All places of the kind: a draw from them is a draw of a word by its frequency. */
  ofKind(site: number): readonly number[];
}

/**
 * Which words of a kind stand in the surroundings of some captions' places; each word is shown by one of the places
 * of the block that have it.
 */
export function createWordIndex(block: BlockReading, asking: readonly number[]): WordIndex {
  const { sites } = block;
  const byKey = new Map<number, number[]>();
  const byKind = new Map<number, number[]>();
  for (const caption of asking) {
    for (let site = block.firstSite(caption); site < block.endOfSites(caption); site += 1) {
      byKey.set(afterKey(site, sites), []);
      byKey.set(beforeKey(site, sites), []);
      if (sites.governor(site) !== 0) byKey.set(governorKey(site, sites), []);
      byKind.set(sites.bucket(site), []);
    }
  }
  const add = (key: number, site: number) => {
    const list = byKey.get(key);
    if (!list || list.length === mostWords) return;
    const word = sites.whole(site);
    for (const other of list) if (sites.whole(other) === word) return;
    list.push(site);
  };
  for (let site = 0; site < sites.size; site += 1) {
    add(afterKey(site, sites), site);
    add(beforeKey(site, sites), site);
    if (sites.governor(site) !== 0) add(governorKey(site, sites), site);
    byKind.get(sites.bucket(site))?.push(site);
  }
  return {
    near: (site) => [
      ...(byKey.get(afterKey(site, sites)) ?? []),
      ...(byKey.get(beforeKey(site, sites)) ?? []),
      ...(sites.governor(site) === 0 ? [] : (byKey.get(governorKey(site, sites)) ?? [])),
    ],
    ofKind: (site) => byKind.get(sites.bucket(site)) ?? [],
  };
}

function afterKey(site: number, sites: SiteTable): number {
  return hashPair(hashPair(sites.family(site), sites.kl1(site)), 2);
}

function beforeKey(site: number, sites: SiteTable): number {
  return hashPair(hashPair(sites.family(site), sites.kr1(site)), 3);
}

function governorKey(site: number, sites: SiteTable): number {
  return hashPair(hashPair(sites.bucket(site), sites.governor(site)), 4);
}
