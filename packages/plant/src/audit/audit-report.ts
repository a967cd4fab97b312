import type { BlindResult } from './blind-score';
import type { Pair } from './pair';

/** What an audit found. Shares are from 0 to 1; what is not known is missing. */
export interface AuditReport {
  readonly file: string;
  readonly version: string;
  readonly seed: number;
  readonly pairs: number;
  readonly brokenLines: number;
  readonly coverage: {
    readonly captionsWithNegative: number;
    /** Of the captions file or the summary. */
    readonly captions?: number;
    readonly share?: number;
  };
  readonly slots: Readonly<Record<string, number>>;
  readonly operations: Readonly<Record<string, number>>;
  readonly concreteness?: ConcretenessReport;
  readonly refusals?: Readonly<Record<string, number>>;
  readonly checks: {
    /** The same caption with the same negative, again. */
    readonly duplicates: number;
    /** Negatives that are their caption. */
    readonly unchanged: number;
    /** Pairs that say where they differ. */
    readonly withSpans: number;
    /** Spans whose text is not what stands there. */
    readonly wrongOffsets: number;
    /** Something else than the spans (and "a" or "an" before them) differs. */
    readonly otherChanges: number;
    /** The id of the first such record, or its caption if it has none. */
    readonly firstOtherChange?: string;
    /** Replaced objects that WordNet relates: synonym, is-a or part-of, in any living sense. */
    readonly related: number;
    /** Of so many that could be looked up. */
    readonly relatedOf: number;
    readonly relatedExamples: readonly string[];
  };
  readonly blind?: BlindResult;
  /** The file that the judge learnt from, if it was another. */
  readonly learntFrom?: string;
  /** How many different captions of the file stand in that other one too. */
  readonly sharedCaptions?: { readonly shared: number; readonly captions: number };
  readonly sample: readonly Pair[];
}

export interface ConcretenessReport {
  readonly mean: number;
  readonly replacementMean?: number;
  readonly sources: Readonly<Record<string, number>>;
  /** Edges of the bins of the histograms, one more than bins. */
  readonly edges: readonly number[];
  readonly slots: Readonly<Record<string, { readonly mean: number; readonly bins: readonly number[] }>>;
}

/** A judge of few pairs finds little: the score is then flattered. */
export const suggestedPairs = 2000;
