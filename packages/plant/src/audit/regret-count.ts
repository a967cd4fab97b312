import { Bins, type Histogram } from './bins';
import type { Pair } from './pair';

/** How far changed words lie below the most concrete word of their caption, in points of the scale 1–5. */
export interface RegretReport extends Histogram {
  /** The share of pairs whose changed word counts as the most concrete one: the first bin. */
  readonly near: number;
}

/** Differences below this are the estimate's own error, in points of the scale 1–5. */
export const tie = 0.3;

/** @param bestOf the concreteness of a caption's most concrete word; `undefined` where none is rated */
export function createRegretCount(bestOf: (caption: string) => number | undefined) {
  const below = new Bins(tie, 14);
  return {
    add({ caption, concreteness }: Pair) {
      if (concreteness === undefined) return;
      const best = bestOf(caption);
      if (best !== undefined) below.add(Math.max(0, best - concreteness));
    },
    report(): RegretReport | undefined {
      const counted = below.report();
      return counted && { ...counted, near: counted.bins[0]! / counted.count };
    },
  };
}
