import { slots } from '../hard-negative';
import { senseNeeded } from '../scores/objective';

/** `ok`: acceptable; `mild`: arguable; `hard`: clearly fails in form, sense or truth. */
export type Judgement = 'ok' | 'mild' | 'hard';
export const judgements: readonly Judgement[] = ['ok', 'mild', 'hard'];

/** Of a mined negative what its record says of its sense. */
export interface Scored {
  /** The slot of its word; where a record says none, it is taken for a thing. */
  readonly slot?: string | undefined;
  /** −ln P, in nats. */
  readonly surprise: number;
}

export interface Calibration {
  /** Mean P = e^(−surprise) of what was read, and the share of it without a hard fault. */
  readonly claimed: number;
  readonly found: number;
  /** What is added to the log-odds of every P so that it claims what was found. */
  readonly shift: number;
  /** The mean of the shifted P over the whole file. */
  readonly expected: number;
  /**
   * The largest `sense`, in nats, a bound for each slot, with which the mean of the shifted P of what passes reaches the goal; none
   * if it lets less than a tenth of the file pass.
   */
  readonly sense: number | undefined;
  /** The share of the file that this bound lets pass, 0 without one. */
  readonly kept: number;
  /** The mean of the shifted P over the tenth of the file that needs the least `sense`. */
  readonly best: number;
}

/** One standard deviation of the shift, before anything is read. */
const usualShift = 1;
/** A claim is never surer than this: a surprise of 0 is a rounded one. */
const surest = 0.999;

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

function oddsOf({ surprise }: Scored): number {
  const claim = Math.min(Math.exp(-surprise), surest);
  return Math.log(claim / (1 - claim));
}

/** The least `sense` with which a negative is mined. */
export function neededBy({ surprise, slot }: Scored): number {
  return senseNeeded(surprise, slots.find((known) => known === slot) ?? 'object');
}

/**
 * Learns from verdicts how far the claims of a corpus are off, and which `sense` reaches a goal. The shift a of the
 * log-odds maximises the likelihood of the verdicts under P' = 1 / (1 + e^(−a − logit P)), with a normal prior of mean 0 and
 * standard deviation 1. Since it keeps the order of surprises, `mine` needs one number alone.
 *
 * @param read what was judged, a sample of the file
 * @param all the whole file
 * @param goal the share without a hard fault, above 0 and below 1
 */
export function calibrate(
  read: readonly (Scored & { readonly verdict: Judgement })[],
  all: readonly Scored[],
  goal: number,
): Calibration {
  const odds = read.map(oddsOf);
  const sound = read.filter(({ verdict }) => verdict !== 'hard').length;
  let shift = 0;
  for (let step = 0; step < 100; step += 1) {
    let gradient = shift / usualShift ** 2 - sound;
    let curvature = 1 / usualShift ** 2;
    for (const value of odds) {
      const p = sigmoid(value + shift);
      gradient += p;
      curvature += p * (1 - p);
    }
    shift -= Math.max(-1, Math.min(gradient / curvature, 1));
    if (Math.abs(gradient) < 1e-9) break;
  }
  const claims = all
    .map((scored) => ({ sense: neededBy(scored), claim: sigmoid(oddsOf(scored) + shift) }))
    .sort((a, b) => a.sense - b.sense);
  let sum = 0;
  let kept = 0;
  for (const [i, { sense, claim }] of claims.entries()) {
    sum += claim;
    // Of negatives of one bound all pass, or none.
    if (sum >= goal * (i + 1) && claims[i + 1]?.sense !== sense) kept = i + 1;
  }
  const tenth = Math.ceil(claims.length / 10);
  if (kept < tenth) kept = 0;
  return {
    claimed: mean(read.map(({ surprise }) => Math.exp(-surprise))),
    found: sound / read.length,
    shift,
    expected: sum / claims.length,
    sense: kept === 0 ? undefined : claims[kept - 1]!.sense,
    kept: kept / claims.length,
    best: mean(claims.slice(0, tenth).map(({ claim }) => claim)),
  };
}

/** Wilson's interval of 95 % of a share. */
export function wilson(part: number, whole: number): readonly [number, number] {
  if (whole === 0) return [0, 1];
  const z = 1.96;
  const p = part / whole;
  const middle = (p + (z * z) / (2 * whole)) / (1 + (z * z) / whole);
  const half = (z / (1 + (z * z) / whole)) * Math.sqrt((p * (1 - p)) / whole + (z * z) / (4 * whole * whole));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
