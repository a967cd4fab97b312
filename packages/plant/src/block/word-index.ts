import { hashPair } from './sequences';
import type { BlockReading, Site } from './site';

/** At most so many words are kept for one surrounding. */
const mostWords = 16;

export interface WordIndex {
  /** Places with words that stand where this one stands: after the same word, before it, or under its governor. */
  near(site: Site): Site[];
  /** All places of the kind: a draw from them is a draw of a word by its frequency. */
  ofKind(site: Site): readonly Site[];
}

/** Which words of a kind stand in which surroundings; each word is shown by one of the places that have it. */
export function createWordIndex(readings: readonly BlockReading[]): WordIndex {
  const byKey = new Map<number, Site[]>();
  const byKind = new Map<number, Site[]>();
  for (const { sites } of readings) {
    for (const site of sites) {
      for (const key of keysOf(site)) {
        const list = byKey.get(key);
        if (!list) byKey.set(key, [site]);
        else if (list.length < mostWords && !list.some(({ word }) => word.whole === site.word.whole))
          list.push(site);
      }
      const kind = byKind.get(site.bucket);
      if (kind) kind.push(site);
      else byKind.set(site.bucket, [site]);
    }
  }
  return {
    near: (site) => keysOf(site).flatMap((key) => byKey.get(key) ?? []),
    ofKind: ({ bucket }) => byKind.get(bucket) ?? [],
  };
}

function keysOf({ bucket, family, governor, around: { kl1, kr1 } }: Site): number[] {
  const keys = [hashPair(hashPair(family, kl1), 2), hashPair(hashPair(family, kr1), 3)];
  if (governor !== 0) keys.push(hashPair(hashPair(bucket, governor), 4));
  return keys;
}
