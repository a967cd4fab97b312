import type { Agreement } from '@slipform/concreteness';
import type { RatedPiece } from '../rate/rated-piece';

/** What the worker is asked for. */
export type WordsJob =
  | { readonly kind: 'rate'; readonly texts: readonly string[] }
  /** To take people's ratings from a file; without one, to rate by estimates alone again. */
  | { readonly kind: 'norms'; readonly file: File | undefined };

export type WordsAnswer =
  | { readonly kind: 'rate'; readonly pieces: readonly RatedPiece[] }
  | { readonly kind: 'norms'; readonly report: NormsReport | undefined };

/** What a file of people's ratings holds, and how our estimates agree with it. */
export interface NormsReport {
  readonly name: string;
  /** Words and phrases that have a rating. */
  readonly words: number;
  /** How many of them have a standard deviation. */
  readonly deviations: number;
  readonly skipped: number;
  readonly warnings: readonly string[];
  /** All words first. */
  readonly groups: readonly Agreement[];
}
