/** The operations that are asked for by name; both need other captions of the image. */
export const addedOperations = ['add', 'negate'] as const;
export type AddedOperation = (typeof addedOperations)[number];
/** The operations of the default. */
export const usualOperations = ['replace', 'swap', 'exchange', 'natural'] as const;
/**
 * `replace`: one word takes the place of another. `swap`: two words of the caption change places. `exchange`: two captions
 * of a block give each other a word. `natural`: the negative is another image's caption, which differs in one span. `add`: the
 * caption with a wrong detail, beside the caption with a true one of a sibling. `negate`: the caption with the absence of a thing that
 * a sibling names, beside the caption with a true absence.
 */
export const operations = [...usualOperations, ...addedOperations] as const;
export type Operation = (typeof operations)[number];
export const slots = ['object', 'attribute', 'action', 'relation', 'count'] as const;
export type Slot = (typeof slots)[number];

/** A span of a text: `text === whole.slice(start, end)`, in UTF-16 code units. */
export interface Span {
  readonly text: string;
  readonly lemma: string;
  readonly start: number;
  readonly end: number;
}

/** Prices of an edit, with three decimals: lower is better. */
export interface Scores {
  /** The surprisal: −ln of the probability that a reader finds nothing clearly wrong with the new word in its place; ≥ 0, in nats. */
  readonly surprise: number;
  /** The text-only artefact score: what the edit added to the surplus of word sequences in the negatives of its block; below 0 where it took some away. */
  readonly leak: number;
}

/**
 * One hard negative: a caption that differs from a true one only in the changed words, and is false of its image. The true one is
 * `positive` where there is one, else `caption`.
 */
export interface HardNegative {
  /** The id of the caption, else its place in the input, from 1 (`mineAll`), or the empty string (`mine`). */
  readonly id: string;
  readonly caption: string;
  /** Of `add` and `negate`: the true text that the negative differs from, the caption with a detail more. */
  readonly positive?: string;
  readonly negative: string;
  readonly operation: Operation;
  readonly slot: Slot;
  /** The changed span of the true text, and the span of the negative in its place. */
  readonly keyword: Span;
  readonly replacement: Span;
  /** The second span of a swap, or the pronoun that changes with a person. */
  readonly keyword2?: Span;
  readonly replacement2?: Span;
  /** Concreteness of the keyword, 1–5; for a swap the mean of both. */
  readonly concreteness: number;
  readonly concretenessSource: 'norms' | 'estimate';
  readonly replacementConcreteness: number;
  /** The edit in words, for an image editor. */
  readonly instruction: string;
  /** Length of the shortest is-a path in WordNet between keyword and replacement, in edges; null if there is none. */
  readonly distance: number | null;
  /** Missing from a record that was not scored. */
  readonly scores?: Scores;
  /** For an exchange: the id of the caption that gave the word and took this one's; `natural`: of the negative itself. */
  readonly partner?: string;
  /** Id and file of the caption's image, as they came in. */
  readonly imageId?: string;
  readonly filepath?: string;
  /** For `natural`: the file of the image that the negative describes. */
  readonly negativeFilepath?: string;
  readonly seed: number;
  /** Version of this package: the same input, options, seed and version give the same bytes. */
  readonly version: string;
}
