import { parts, type Sense, type WordNet } from './wordnet';

export interface WeightedSense extends Sense {
  /** Share of the word's uses; the weights of a word sum to 1. */
  readonly weight: number;
}

/** Senses weighed by how often each was tagged; the add-half keeps rare words and rare senses in. */
export function weightedSenses(wordNet: WordNet, word: string): WeightedSense[] {
  const ofWord = wordNet.senses.get(word);
  if (!ofWord) return [];
  const all = parts.flatMap((part) =>
    (ofWord[part] ?? []).map((sense, rank) => ({ ...sense, weight: sense.tagCount + 0.5 / (rank + 1) })),
  );
  const total = all.reduce((sum, sense) => sum + sense.weight, 0);
  return all.map((sense) => ({ ...sense, weight: sense.weight / total }));
}
