import { clusteredMean } from '@slipform/bench';
import { type PairedContrast, pairedContrast } from '../statistics/paired-contrast';
import type { AskedPairs, ModelAnswers } from './answers';
import type { PairMeasure } from './measures';

/** A model's answers for each seed that it has; one that is the same for every seed has one. */
export type BySeed = ReadonlyMap<number, ModelAnswers>;

export interface Share {
  readonly value: number;
  /** 95 %: for other words and other artists, and with several seeds for other seeds. */
  readonly interval: readonly [low: number, high: number];
}

/** A model's share of right answers, its mean over seeds. */
export function shareOf(measure: PairMeasure, questions: AskedPairs, answers: BySeed): Share {
  const { value, interval } = clusteredMean(
    [...answers].flatMap(([seed, own]) =>
      measure.items(questions, own).map(({ value: each, words, artist }) => ({
        value: each,
        clusters: { words, artist, seed: String(seed) },
      })),
    ),
  );
  return { value, interval: [Math.max(0, interval[0]), Math.min(1, interval[1])] };
}

/** How far one model is ahead of another on the same questions, over the seeds that both have. */
export function contrastOf(
  measure: PairMeasure,
  questions: AskedPairs,
  ours: BySeed,
  theirs: BySeed,
): PairedContrast {
  return pairedContrast(
    [...ours].flatMap(([seed, answers]) => {
      const other = theirs.get(seed) ?? (theirs.size === 1 ? [...theirs.values()][0] : undefined);
      if (other === undefined) return [];
      const before = measure.items(questions, other);
      return measure.items(questions, answers).map(({ value, words, artist }, index) => ({
        ...{ seed, words, artist },
        difference: value - before[index]!.value,
      }));
    }),
  );
}
