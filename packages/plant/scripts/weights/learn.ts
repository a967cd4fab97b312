import { domainNames, readDomain } from '../../measure/domains';
import type { Verdict } from '../../measure/verdicts';
import { type JudgedRow, judgedRows, pairRows } from './examples';
import { type Examples, fitLogistic } from './logistic';

/** Whether nothing is clearly wrong. */
const soundness = { ok: 1, mild: 1, hard: 0 } as const;
/** Of each feature's weight; and how much a pair counts beside a verdict. */
const penalty = 20;
const pairWeight = 0.005;
const pairsOfSet = 1500;
/** The reader of candidates drawn by chance, not of negatives that a miner chose: they tell how high the odds are. */
const readerOfCandidates = 'C';

export interface Row extends JudgedRow {
  readonly set: string;
}

export interface Lessons {
  readonly judged: readonly Row[];
  readonly pairs: readonly { readonly set: string; readonly row: Float64Array }[];
}

/** The features of all judged words and of the pairs, set by set; sets that are not there are left out. */
export async function readLessons(verdicts: readonly Verdict[]): Promise<Lessons> {
  const judged: Row[] = [];
  const pairs: { readonly set: string; readonly row: Float64Array }[] = [];
  for (const set of domainNames) {
    const domain = readDomain(set);
    if (!domain) continue;
    const own = verdicts.filter(
      (verdict) => verdict.set === set && verdict.operation !== 'swap' && verdict.operation !== 'natural',
    );
    judged.push(...judgedRows(domain, own).map((row) => ({ ...row, set })));
    pairs.push(...(await pairRows(domain, pairsOfSet)).map((row) => ({ set, row })));
  }
  return { judged, pairs };
}

/** Whether a verdict is about a candidate drawn by chance, and not about a negative that a miner chose. */
export function isCandidate({ reader }: Verdict): boolean {
  return reader === readerOfCandidates;
}

/** Learns from some verdicts and pairs. */
export function learn(
  { judged, pairs }: Lessons,
  isUsed: (set: string, half?: string) => boolean,
): Float64Array {
  const rows = judged.filter(({ set, verdict }) => isUsed(set, verdict.half));
  const used = pairs.filter(({ set }) => isUsed(set));
  const examples: Examples = {
    rows: [...rows.map(({ row }) => row), ...used.map(({ row }) => row)],
    labels: [...rows.map(({ verdict }) => soundness[verdict.verdict]), ...used.map(() => 1)],
    weights: [...rows.map(() => 1), ...used.map(() => pairWeight)],
  };
  return fitLogistic(examples, penalty);
}

/** The weights that all sets but one teach. */
export function leaveOut(lessons: Lessons, domain: string): Float64Array {
  return learn(lessons, (set) => set !== domain);
}
