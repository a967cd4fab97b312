import type { Span } from '../hard-negative';

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
}

export interface PairBatch {
  readonly pairs: readonly Pair[];
  /** Problems of what could not be read, as sentences. */
  readonly problems: readonly string[];
}
