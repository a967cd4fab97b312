import type { Synset, WordNet } from './wordnet';

/** A synset and all above it, with the longest distance to each. */
export function createAncestors(wordNet: WordNet): (synset: Synset) => ReadonlyMap<string, number> {
  const known = new Map<string, ReadonlyMap<string, number>>();
  const above = (synset: Synset, onPath: ReadonlySet<string>): ReadonlyMap<string, number> => {
    const cached = known.get(synset.id);
    if (cached) return cached;
    const found = new Map<string, number>([[synset.id, 0]]);
    for (const { symbol, target } of synset.pointers) {
      const next = isUpward(symbol) ? wordNet.synsets.get(target) : undefined;
      // WordNet's verbs have a few cycles.
      if (!next || onPath.has(next.id)) continue;
      for (const [id, distance] of above(next, new Set([...onPath, next.id]))) {
        found.set(id, Math.max(found.get(id) ?? 0, distance + 1));
      }
    }
    known.set(synset.id, found);
    return found;
  };
  return (synset) => above(synset, new Set([synset.id]));
}

/** Hypernyms and instance hypernyms. */
export function isUpward(symbol: string): boolean {
  return symbol === '@' || symbol === '@i';
}
