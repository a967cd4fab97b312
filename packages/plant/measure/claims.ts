/** What plausibility claims of negatives that readers judged, by weights that have not seen their set, and what was found. */
import { isCandidate, type Lessons, leaveOut } from '../scripts/weights/learn';
import { areaUnderCurve, score, sigmoid } from '../scripts/weights/logistic';

export interface Claims {
  /** Judged negatives that a miner chose; swaps and naturally occurring pairs have no surprise. */
  readonly negatives: number;
  /** Mean P = e^(−surprise) that nothing is clearly wrong, by the weights that the other sets teach. */
  readonly claimed: number;
  /** The share without a hard fault. */
  readonly found: number;
  /** How often the worse of two negatives has the higher surprise: a hard one beside the others, any fault beside none. */
  readonly areaHard: number;
  readonly areaStrict: number;
}

/** The claims about a set; none where nothing of it was judged. */
export function claimsOf(lessons: Lessons, set: string): Claims | undefined {
  const rows = lessons.judged.filter((row) => row.set === set && !isCandidate(row.verdict));
  if (rows.length === 0) return undefined;
  const weights = leaveOut(lessons, set);
  const odds = rows.map(({ row }) => score(row, weights));
  const surprises = odds.map((value) => -value);
  const isHard = rows.map(({ verdict }) => verdict.verdict === 'hard');
  const isFaulty = rows.map(({ verdict }) => verdict.verdict !== 'ok');
  return {
    negatives: rows.length,
    claimed: odds.reduce((sum, value) => sum + sigmoid(value), 0) / rows.length,
    found: isHard.filter((hard) => !hard).length / rows.length,
    areaHard: areaUnderCurve(surprises, isHard),
    areaStrict: areaUnderCurve(surprises, isFaulty),
  };
}
