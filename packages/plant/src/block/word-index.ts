import { hashPair } from './sequences';
import type { BlockReading, Site } from './site';

/** At most so many words are kept for one surrounding. */
const mostWords = 10;

export interface WordIndex {
  /** Places with words that stand where this one stands: after the same word, before it, or under its governor. */
  near(site: Site): Site[];
  /** All places of the kind: a draw from them is a draw of a word by its frequency. */
  ofKind(site: Site): readonly Site[];
}

/**
 * Which words of a kind stand in the surroundings of some captions' places; each word is shown by one of the places
 * of the block that have it.
 */
export function createWordIndex(
  readings: readonly BlockReading[],
  asking: readonly BlockReading[],
): WordIndex {
  const byKey = new Map<number, Site[]>();
  const byKind = new Map<number, Site[]>();
  for (const { sites } of asking) {
    for (const site of sites) {
      byKey.set(afterKey(site), []);
      byKey.set(beforeKey(site), []);
      if (site.governor !== 0) byKey.set(governorKey(site), []);
      byKind.set(site.bucket, []);
    }
  }
  const add = (key: number, site: Site) => {
    const list = byKey.get(key);
    if (list && list.length < mostWords && !list.some(({ whole }) => whole === site.whole)) list.push(site);
  };
  for (const { sites } of readings) {
    for (const site of sites) {
      add(afterKey(site), site);
      add(beforeKey(site), site);
      if (site.governor !== 0) add(governorKey(site), site);
      byKind.get(site.bucket)?.push(site);
    }
  }
  return {
    near: (site) => [
      ...(byKey.get(afterKey(site)) ?? []),
      ...(byKey.get(beforeKey(site)) ?? []),
      ...(site.governor === 0 ? [] : (byKey.get(governorKey(site)) ?? [])),
    ],
    ofKind: ({ bucket }) => byKind.get(bucket) ?? [],
  };
}

function afterKey({ family, kl1 }: Site): number {
  return hashPair(hashPair(family, kl1), 2);
}

function beforeKey({ family, kr1 }: Site): number {
  return hashPair(hashPair(family, kr1), 3);
}

function governorKey({ bucket, governor }: Site): number {
  return hashPair(hashPair(bucket, governor), 4);
}
