import { clusteredMean, clusteredProportion } from '@slipform/bench';
import type { TrainingTable } from './data/training-table';
import { isRight } from './run/judge';

/** A share with its 95 % interval. */
export interface Score {
  readonly value: number;
  readonly interval: readonly [number, number];
}

/** A guess of four choices, two of which follow from the others: Winoground's group score. */
export const chance = 1 / 6;

/** The share of questions answered right, with an interval that holds for other words and other artists. */
export function scoreOf(answers: string, table: Pick<TrainingTable, 'questions' | 'icons' | 'sets'>): Score {
  const clusters = clustersOf(table);
  return clusteredProportion(clusters.map((each, at) => ({ correct: isRight(answers, at), clusters: each })));
}

/** How far one is ahead of the other on the same questions. */
export function lead(
  answers: string,
  before: string,
  table: Pick<TrainingTable, 'questions' | 'icons' | 'sets'>,
): Score {
  const clusters = clustersOf(table);
  return clusteredMean(
    clusters.map((each, at) => ({
      value: Number(isRight(answers, at)) - Number(isRight(before, at)),
      clusters: each,
    })),
  );
}

function clustersOf({ questions, icons, sets }: Pick<TrainingTable, 'questions' | 'icons' | 'sets'>) {
  return questions.map(([first, , one, other]) => ({
    words: [one, other],
    artist: sets[icons[first]![0]]!.family,
  }));
}
