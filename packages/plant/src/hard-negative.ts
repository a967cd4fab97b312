export type Operation = 'replace' | 'swap' | 'exchange';
export type Slot = 'object' | 'attribute' | 'action' | 'relation' | 'count';

/** A span of a text: `text === whole.slice(start, end)`, in UTF-16 code units. */
export interface Span {
  readonly text: string;
  readonly lemma: string;
  readonly start: number;
  readonly end: number;
}

/** One hard negative: a caption that shares all but the changed words with a true one, and is false of its image. */
export interface HardNegative {
  /** The caption's own id, else its line number (`mineAll`) or the empty string (`mine`). */
  readonly id: string;
  readonly caption: string;
  readonly negative: string;
  readonly operation: Operation;
  readonly slot: Slot;
  /** The changed span of the caption, and what stands there in the negative. */
  readonly keyword: Span;
  readonly replacement: Span;
  /** The second span of a swap. */
  readonly keyword2?: Span;
  readonly replacement2?: Span;
  /** Concreteness of the keyword, 1–5; for a swap the mean of both. */
  readonly concreteness: number;
  readonly concretenessSource: 'norms' | 'estimate';
  readonly replacementConcreteness: number;
  /** The edit in words, for an image editor. */
  readonly instruction: string;
  /** Shortest is-a path of WordNet between keyword and replacement, in edges; null where it has none. */
  readonly distance: number | null;
  /** Of an exchange: the id of the caption that gave the word. */
  readonly partner?: string;
  readonly seed: number;
  /** Version of this package: the same input, options, seed and version give the same bytes. */
  readonly version: string;
}
