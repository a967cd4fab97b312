import type { Proportion } from './statistics/wilson-interval';

/** A model's answer to one question of a benchmark; right exactly where `caption > negative`, so a tie is wrong. */
export interface ScoredItem {
  readonly id: string;
  readonly kind: string;
  readonly group: string;
  /** Score of the picture with its caption. */
  readonly caption: number;
  /** Score of the picture with the negative. */
  readonly negative: number;
}

/** Recall@k both ways; a query whose match ties with a wrong answer counts that one as ranked before it. */
export interface RetrievalResult {
  readonly imageToText: Readonly<Record<number, Proportion>>;
  readonly textToImage: Readonly<Record<number, Proportion>>;
}

/** What {@link evaluate} found. */
export interface Result {
  readonly benchmark: string;
  readonly model: string;
  /** Training seed, where the model has one. */
  readonly seed?: number;
  /** Accuracy for each kind of change, with Wilson's 95 % interval. */
  readonly kinds: Readonly<Record<string, Proportion>>;
  /** Mean of the kinds' accuracies, each kind with the same weight; bootstrap interval over pictures. */
  readonly mean: { readonly value: number; readonly interval: readonly [low: number, high: number] };
  readonly chance: number;
  readonly retrieval?: RetrievalResult;
  readonly items: readonly ScoredItem[];
}

export function isCorrect(item: ScoredItem): boolean {
  return item.caption > item.negative;
}
