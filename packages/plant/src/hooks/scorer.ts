import type { Slot } from '../hard-negative';

/** A change that a `scorer` is asked about. */
export interface ScorerCandidate {
  readonly caption: string;
  readonly negative: string;
  /** The old word and the new one, as they stand in the two texts. */
  readonly keyword: string;
  readonly replacement: string;
  readonly slot: Slot;
  /** −ln of the plausibility that the miner itself expects, ≥ 0. */
  readonly surprise: number;
}

/**
 * Judges the best changes of a caption, for example with a language model: a log-plausibility for each, in their order.
 * Higher is better.
 */
export type Scorer = (candidates: readonly ScorerCandidate[]) => Promise<readonly number[]>;
