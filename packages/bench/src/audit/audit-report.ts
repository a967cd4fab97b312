import type { BlindResult } from './blind-score';
import type { ConcretenessReport, RegretReport, ScoreReport } from './counts';
import type { Pair } from './pair';

/** The result of an audit. Shares are from 0 to 1; unknown values are missing. */
export interface AuditReport {
  readonly file: string;
  readonly version: string;
  readonly seed: number;
  readonly pairs: number;
  readonly brokenLines: number;
  readonly coverage: {
    readonly captionsWithNegative: number;
    /** Of the captions file, the summary or, where it holds captions without a negative, the file itself. */
    readonly captions?: number;
    readonly share?: number;
  };
  readonly slots: Readonly<Record<string, number>>;
  readonly operations: Readonly<Record<string, number>>;
  /** Why captions have no negative, by reason: of the file's own rows, else of the summary. */
  readonly reasons?: Readonly<Record<string, number>>;
  readonly concreteness?: ConcretenessReport;
  readonly regret?: RegretReport;
  readonly scores?: ScoreReport;
  readonly refusals?: Readonly<Record<string, number>>;
  readonly checks: {
    /** Pairs with the caption and the negative of an earlier pair. */
    readonly duplicates: number;
    /** Negatives that equal their caption. */
    readonly unchanged: number;
    /** Pairs with spans of the changed words. */
    readonly withSpans: number;
    /** Pairs with a span whose text does not stand at its place. */
    readonly wrongOffsets: number;
    /** Pairs that differ in more than the spans and the "a" or "an" before them. */
    readonly otherChanges: number;
    /** The id of the first such record, or its caption if it has none. */
    readonly firstOtherChange?: string;
    /** Replaced objects that WordNet relates: synonym, is-a or part-of, in any living sense. */
    readonly related: number;
    /** Pairs that could be looked up: those with lemmas, where relations are known. */
    readonly relatedOf: number;
    readonly relatedExamples: readonly string[];
  };
  readonly blind?: BlindResult;
  /** The other file that the text-only judge learnt from. */
  readonly learntFrom?: string;
  /** How many different captions of the file are also in that other file. */
  readonly sharedCaptions?: { readonly shared: number; readonly captions: number };
  readonly sample: readonly Pair[];
}

/** From fewer pairs the judge learns little, and the score flatters. */
export const SUGGESTED_PAIRS = 2000;

export function interval([low, high]: readonly [number, number]): string {
  return `${low.toFixed(3)}–${high.toFixed(3)}`;
}

export function percent(share: number): string {
  // One in thousands is not none.
  if (share > 0 && share < 0.0005) return 'less than 0.1 %';
  return `${Math.round(share * 1000) / 10} %`;
}

export function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, times) => sum + times, 0);
}
