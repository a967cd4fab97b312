import type { WordGraph } from '../wordnet/decode-graph';
import type { Relations } from '../wordnet/related';
import { kinds } from './kinds';

/** The kinds of words/kinds.ts, for what still asks for them: by the word, else by the nearest synset above. */
export function createKinds(
  graph: WordGraph,
  relations: Relations,
): (lemma: string, synset: number) => string | undefined {
  const anchors = new Map<number, string>();
  const ofWord = new Map<string, string>();
  for (const { name, words, under } of kinds) {
    for (const word of words) if (!ofWord.has(word)) ofWord.set(word, name);
    for (const anchor of under) {
      const [lemma = '', rank] = anchor.split('#');
      const sense = graph.noun.senses.get(lemma)?.[Number(rank) - 1];
      if (sense) anchors.set(sense.synset, name);
    }
  }
  return (lemma, synset) => {
    const listed = ofWord.get(lemma);
    if (listed !== undefined) return listed;
    let best: string | undefined;
    let nearest = Number.POSITIVE_INFINITY;
    for (const [ancestor, steps] of relations.ancestorsOf(synset)) {
      const kind = anchors.get(ancestor);
      if (kind !== undefined && steps < nearest) {
        best = kind;
        nearest = steps;
      }
    }
    return best;
  };
}
