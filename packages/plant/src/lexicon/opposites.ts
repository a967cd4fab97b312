import type { WordGraph } from '../wordnet/decode-graph';
import { wordClass } from './words';

/** Adjectives of place, order and amount: their opposites are no attributes of what is seen. */
const unseen = wordClass('unseen');
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
