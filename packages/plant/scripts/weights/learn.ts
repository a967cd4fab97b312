import { domainNames, readDomain } from '../../measure/domains';
import type { Verdict } from '../../measure/verdicts';
import { type Slot, slots } from '../../src/hard-negative';
import { type JudgedRow, judgedRows, pairRows } from './examples';
import { type Examples, fitLogistic, score } from './logistic';

/** 1 where nothing is clearly wrong. */
const soundness = { ok: 1, mild: 1, hard: 0 } as const;
/** Of each feature's weight; and how much a pair counts beside a verdict. */
const penalty = 40;
const pairWeight = 0.005;
const pairsOfSet = 1500;
/** The reader of candidates drawn by chance, not of negatives that a miner chose: they tell how high the odds are. */
const readerOfCandidates = 'C';
/**
 * The readers of the third miner and of the sixth, and how much their verdicts count: a miner takes what the weights of its time think
 * most of, and so it finds where they are wrong.
 */
const readersOfErrors: ReadonlySet<string> = new Set(['F', 'G', 'H', 'J', 'AQ', 'AR', 'AS', 'AT']);
const weightOfErrors = 2;
/** What these read was made with the weights that the other verdicts teach: it measures them, and teaches nothing. */
const readersOfFigures = /^(?:P|Q|A[A-PUV])$/;
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
      (verdict) =>
        verdict.set === set &&
        verdict.operation !== 'swap' &&
        verdict.operation !== 'natural' &&
        !readersOfFigures.test(verdict.reader),
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
    weights: [...rows.map(weightOf), ...used.map(() => pairWeight)],
  };
  return fitLogistic(examples, penalty);
}

function weightOf({ verdict }: Row): number {
  return readersOfErrors.has(verdict.reader) ? weightOfErrors : 1;
}

/**
 * The surprisal of each slot at which a share of negatives is beyond objection: a logistic regression of `ok` on the log-odds of the
 * claim, by weights that the other sets teach, and on the slot.
 */
export function learnBounds(
  { judged }: Lessons,
  weightsOf: (set: string) => Float64Array,
): (share: number) => Record<Slot, number> {
  const chosen = judged.filter(({ verdict }) => !isCandidate(verdict));
  const w = fitLogistic(
    {
      rows: chosen.map(({ set, row, verdict }) =>
        Float64Array.from([
          ...slots.map((slot) => (slot === verdict.slot ? 1 : 0)),
          score(row, weightsOf(set)),
          1,
        ]),
      ),
      labels: chosen.map(({ verdict }) => (verdict.verdict === 'ok' ? 1 : 0)),
      weights: chosen.map(weightOf),
    },
    penalty,
  );
  const [slope = 0, constant = 0] = w.slice(slots.length);
  return (share) =>
    Object.fromEntries(
      slots.map((slot, i) => {
        const odds = (Math.log(share / (1 - share)) - constant - w[i]!) / slope;
        return [slot, Math.log1p(Math.exp(-odds))];
      }),
    ) as Record<Slot, number>;
}

/** The weights that all sets but one teach. */
export function leaveOut(lessons: Lessons, domain: string): Float64Array {
  return learn(lessons, (set) => set !== domain);
}
