import { clusteredMean } from '@slipform/bench';
import { readPair } from '../../pairs/draw-pairs';
import type { PairTable } from '../../pairs/pair-table';
import { type Answers, isPaired, isRight } from './run/judge';

/** A share with its 95 % interval. */
export interface Score {
  readonly value: number;
  readonly interval: readonly [number, number];
}

/** What is measured: of a question a number from 0 to 1. */
const measures = {
  pairing: ({ swaps }, question) => Number(isPaired(swaps, question)),
  group: ({ swaps }, question) => Number(isRight(swaps, question)),
  freely: ({ freely }, question) => Number(isPaired(freely, question)),
  search: ({ search }, question) => ({ 0: 0, 1: 0.5, 2: 0.5, 3: 1 })[search[question]!]!,
} as const satisfies Readonly<Record<string, (answers: Answers, question: number) => number>>;

type Measure = keyof typeof measures;

/** Two pictures and two captions, all four choices right by chance: Winoground's group score. */
export const groupChance = 1 / 6;

type Asked = Pick<PairTable, 'questions' | 'sets'>;

/** The mean of a measure, with an interval that holds for other words and other artists. */
export function scoreOf(measure: Measure, answers: Answers, table: Asked): Score {
  return mean(table, (question) => measures[measure](answers, question));
}

/** How far one is ahead of the other on the same questions. */
export function lead(measure: Measure, answers: Answers, before: Answers, table: Asked): Score {
  const of = measures[measure];
  return mean(table, (question) => of(answers, question) - of(before, question));
}

function mean({ questions, sets }: Asked, of: (question: number) => number): Score {
  return clusteredMean(
    questions.map(([set, , caption], at) => ({
      value: of(at),
      clusters: {
        words: readPair(caption)?.things.map(({ thing }) => thing) ?? [],
        artist: sets[set]!.family,
      },
    })),
  );
}
