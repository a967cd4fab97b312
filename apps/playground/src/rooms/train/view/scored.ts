import type { TrainingTable } from '../data/training-table';
import { type Score, scoreOf } from '../scores';

/** Answers that have been scored, so that each is scored once and not with every step. */
const known = new Map<string, Score>();

export function scored(answers: string, table: TrainingTable): Score {
  const score = known.get(answers) ?? scoreOf(answers, table);
  known.set(answers, score);
  return score;
}
