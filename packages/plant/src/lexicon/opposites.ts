import type { WordGraph } from '../wordnet/decode-graph';

/** Adjectives of place, order and amount: their opposites are no attributes of what is seen. */
const unseen = new Set(
  (
    'other same different several many few more less most least next last first front back top bottom own such main left right ' +
    'high low upper lower near far early late good bad better worse best worst single multiple various ready able unable ' +
    'possible real true false alone whole public private double inner outer outside inside major minor extra regular special ' +
    'american natural artificial certain available similar fast slow light fine free great white black native domestic foreign ' +
    'male female rich poor sick healthy blind able-bodied normal live just wild present past on off nasty beautiful ugly alive dead'
  ).split(' '),
);
const leastFamiliarity = 10;

/** Opposites of an adjective that lies on none of our scales: WordNet's direct antonyms, well-known words only. */
export function createOpposites(graph: WordGraph): (lemma: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (lemma) => {
    let words = known.get(lemma);
    if (!words) {
      words =
        unseen.has(lemma) || (graph.familiarity.get(lemma) ?? 0) < leastFamiliarity
          ? []
          : (graph.adj.antonyms.get(lemma) ?? []).filter(isPlain);
      known.set(lemma, words);
    }
    return words;
  };

  function isPlain(word: string): boolean {
    const isNegation = /^(?:un|in|im|non|dis|ir|il)/.test(word);
    return (
      !isNegation &&
      !unseen.has(word) &&
      !graph.refused.has(word) &&
      (graph.familiarity.get(word) ?? 0) >= leastFamiliarity
    );
  }
}
