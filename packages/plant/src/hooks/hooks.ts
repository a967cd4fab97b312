import type { HardNegative, Slot } from '../hard-negative';

/**
 * Rewrites a negative. It gets the mined record and the other captions of the image, and returns the whole new negative,
 * which must differ from the caption in one place. `null`, `undefined` or the record's own text keeps our negative.
 */
export type Rewriter = (
  record: HardNegative,
  siblings: readonly string[],
) => Promise<string | null | undefined>;

/** One of the negatives that a caption could get. */
export interface ScorerCandidate {
  readonly caption: string;
  readonly negative: string;
  /** The old word and the new one, as they stand in the two texts. */
  readonly keyword: string;
  readonly replacement: string;
  readonly slot: Slot;
  /** Our own estimate: −ln of the probability that a reader finds nothing clearly wrong, ≥ 0. */
  readonly surprise: number;
}

/**
 * Judges the negatives that a caption could get, at most eight, the one that we would take first. It returns a
 * log-plausibility for each, in their order: any finite numbers, of which a higher one is better.
 */
export type Scorer = (candidates: readonly ScorerCandidate[]) => Promise<readonly number[]>;

/** How many candidates of a caption a scorer is asked about. */
export const maxCandidates = 8;

/** A record as a scorer sees it. */
export function candidateOf(record: HardNegative): ScorerCandidate {
  const { caption, negative, keyword, replacement, slot, scores } = record;
  return {
    caption,
    negative,
    keyword: keyword.text,
    replacement: replacement.text,
    slot,
    surprise: scores?.surprise ?? 0,
  };
}

/** The places of the candidates, the best first; undefined if the answer is no list of numbers, one for each. */
export function ranksOf(scores: unknown, count: number): readonly number[] | undefined {
  if (!Array.isArray(scores) || scores.length !== count) return undefined;
  const numbers: readonly unknown[] = [...scores];
  if (!numbers.every((score): score is number => typeof score === 'number' && Number.isFinite(score))) {
    return undefined;
  }
  // Of equal ones ours comes first.
  return [...numbers.keys()].sort((a, b) => numbers[b]! - numbers[a]! || a - b);
}
