import { Bins, type Histogram } from './bins';
import type { Pair } from './pair';

/** What the miner's scores say of the negatives. */
export interface ScoreReport {
  /** −ln of the plausibility of the new word in its place, ≥ 0. */
  readonly surprise: Histogram;
  /** The mean of what an edit added to the surplus of word sequences in the negatives. */
  readonly leak: number;
}

/** Counts the scores of records that have them. */
export function createScoreCount() {
  const surprise = new Bins(0.1, 20);
  let leak = 0;
  let count = 0;
  return {
    add({ scores }: Pair) {
      if (scores === undefined) return;
      surprise.add(scores.surprise);
      leak += scores.leak;
      count += 1;
    },
    report(): ScoreReport | undefined {
      const counted = surprise.report();
      return counted && { surprise: counted, leak: leak / count };
    },
  };
}
