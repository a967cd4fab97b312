import type { Scores, Span } from '../hard-negative';

/** A caption and a negative of it, ours or another's. Unknown fields are missing. */
export interface Pair {
  readonly caption: string;
  readonly negative: string;
  readonly id?: string;
  readonly imageId?: string;
  readonly partner?: string;
  readonly slot?: string;
  readonly operation?: string;
  readonly concreteness?: number;
  readonly replacementConcreteness?: number;
  readonly concretenessSource?: string;
  readonly keyword?: Span;
  readonly replacement?: Span;
  readonly keyword2?: Span;
  readonly replacement2?: Span;
  readonly scores?: Scores;
}

/** A caption of the file that has no negative, with the reason. */
export interface CaptionAlone {
  readonly caption: string;
  readonly id?: string;
  readonly reason: string;
}

export interface PairBatch {
  readonly pairs: readonly Pair[];
  readonly alone: readonly CaptionAlone[];
  /** Problems of what could not be read, as sentences. */
  readonly problems: readonly string[];
}
