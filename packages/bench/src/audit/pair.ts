/** A caption and a negative of it, by whatever miner. Unknown fields are missing. */
export interface Pair {
  readonly caption: string;
  /** The true text that the negative differs from, where that is the caption with a detail more. */
  readonly positive?: string;
  readonly negative: string;
  readonly id?: string;
  readonly imageId?: string;
  /** The id of the caption that it exchanged a word with. */
  readonly partner?: string;
  readonly slot?: string;
  readonly operation?: string;
  /** Of the changed word, 1–5. */
  readonly concreteness?: number;
  readonly replacementConcreteness?: number;
  readonly keyword?: Word;
  readonly replacement?: Word;
  /** The surprisal of the new word in its place, in nats, and what the edit added to the surplus of word sequences. */
  readonly scores?: { readonly surprise: number; readonly leak: number };
}

interface Word {
  readonly lemma: string;
}

/** Why the changed word and the new one may be true of the same thing, as WordNet has it. */
export type Relation = 'synonym' | 'is-a' | 'part-of';
