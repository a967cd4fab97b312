import { InputError } from '@slipform/kit/input-error';
import { shown } from '@slipform/kit/printable';
import { checkList } from '../checks/check-numbers';
import type { Estimate } from './seed-interval';
import { studentQuantile } from './student-quantiles';
import { studentTail } from './student-tail';
import { type Proportion, wilsonBounds } from './wilson-interval';

/**
 * What a row shares with others, by dimension: `{ artist: 'carbon', words: ['off', 'check'] }`. Rows that share one
 * label of a dimension err together; a row may have several.
 */
export type Clusters = Readonly<Record<string, string | readonly string[]>>;

/** A number with what it shares with others. */
export interface ClusteredRow {
  readonly value: number;
  /** Above 0; default 1. */
  readonly weight?: number;
  readonly clusters: Clusters;
}

/** A mean that allows for what rows share. */
export interface ClusteredMean extends Estimate {
  readonly standardError: number;
  /** Of Student's t: the labels of the dimension that has fewest, less 1. */
  readonly degrees: number;
  /** Two-sided, of the hypothesis that the mean is 0. */
  readonly p: number;
}

/** A row's subsets of labels are all visited. */
const MOST_LABELS = 10;

/**
 * The mean of rows that are crossed by several clusterings, such as questions by words and by artists, with a 95 %
 * interval that holds for other words and other artists.
 *
 * V = G/(G − 1) · Σ over rows i, j that share a label of wᵢwⱼeᵢeⱼ / (Σ w)², with residuals e = y − mean and G the number
 * of labels of the dimension that has fewest; V is at least what any one dimension, and independent rows, would give.
 * Interval: mean ± t(G − 1)·√V. A dimension in which all rows have the same label says nothing about others, and is left
 * out: then the interval is for that one.
 *
 * Sources: A. C. Cameron, J. B. Gelbach, D. L. Miller 2011, "Robust inference with multiway clustering" (crossed
 * dimensions, the correction, Student's t); P. M. Aronow, C. Samii, V. A. Assenova 2015, "Cluster-robust variance
 * estimation for dyadic data" (rows with two labels of one dimension).
 *
 * @throws InputError for an empty list, a number that is not finite, or a row with more than 10 labels
 * @example
 * // Is one model ahead of another, for other words and other artists?
 * const { value, interval, p } = clusteredMean(
 *   questions.map(({ clusters }, i) => ({ value: Number(right[i]) - Number(before[i]), clusters })),
 * );
 */
export function clusteredMean(rows: readonly ClusteredRow[]): ClusteredMean {
  const labels = readRows(rows);
  const { value, variance, fewest } = analyse(rows, labels);
  const degrees = fewest - 1;
  const standardError = Math.sqrt(variance);
  const half = studentQuantile(degrees) * standardError;
  const p = standardError === 0 ? Number(value === 0) : studentTail(value / standardError, degrees);
  return { value, interval: [value - half, value + half], standardError, degrees, p };
}

/**
 * A share of successes with the interval of {@link clusteredMean} in Wilson's form, which stays between 0 and 1: n is
 * p(1 − p)/V, the number of independent rows that would be as noisy, and z is Student's t. Where all rows agree n is the
 * number of labels of the dimension that has fewest.
 */
export function clusteredProportion(
  rows: readonly { readonly correct: boolean; readonly clusters: Clusters }[],
): Proportion {
  const numbers = rows.map(({ correct, clusters }) => ({ value: Number(correct), clusters }));
  const { value, interval } = shareInterval(numbers);
  const correct = numbers.reduce((sum, row) => sum + row.value, 0);
  return { correct, total: rows.length, value, interval };
}

/** The mean of weighted rows of 0 and 1, with an interval of Wilson's form. */
export function shareInterval(rows: readonly ClusteredRow[]): Estimate {
  const labels = readRows(rows);
  const { value, variance, fewest } = analyse(rows, labels);
  const share = Math.min(1, Math.max(0, value));
  const t = studentQuantile(fewest - 1);
  // Weights may leave a rounding error where all rows agree.
  const spread = share * (1 - share);
  const n = spread > 1e-12 && variance > 0 ? spread / variance : fewest;
  return { value: share, interval: wilsonBounds(share, n, t) };
}

type Labels = readonly (readonly (readonly [dimension: string, label: string])[])[];

function readRows(rows: readonly ClusteredRow[]): Labels {
  checkList('clusteredMean: rows', rows, 'rows { value, clusters }', 1);
  return rows.map((row, index) => {
    const { value, weight = 1, clusters } = row ?? {};
    const isRow =
      Number.isFinite(value) && weight > 0 && Number.isFinite(weight) && typeof clusters === 'object';
    if (!isRow || clusters === null) {
      throw new InputError(
        `clusteredMean: rows[${index}] must be { value, clusters }, a number and labels by dimension, got ${shown(row)}.`,
      );
    }
    const own = Object.entries(clusters).flatMap(([dimension, given]) =>
      [...new Set([given].flat())].map((label) => [dimension, label] as const),
    );
    if (own.length > MOST_LABELS || own.some(([, label]) => typeof label !== 'string')) {
      throw new InputError(
        `clusteredMean: rows[${index}].clusters must hold at most ${MOST_LABELS} labels, each a text, got ${shown(clusters)}.`,
      );
    }
    return own;
  });
}

function analyse(rows: readonly ClusteredRow[], labels: Labels) {
  const total = rows.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const value = rows.reduce((sum, row) => sum + row.value * (row.weight ?? 1), 0) / total;
  const shares = rows.map((row) => ((row.weight ?? 1) * (row.value - value)) / total);
  const counts = new Map<string, Set<string>>();
  for (const own of labels) {
    for (const [dimension, label] of own) {
      const known = counts.get(dimension) ?? new Set();
      counts.set(dimension, known.add(label));
    }
  }
  const dimensions = [...counts.keys()].filter((dimension) => counts.get(dimension)!.size > 1);
  const fewest = Math.max(2, Math.min(rows.length, ...dimensions.map((each) => counts.get(each)!.size)));
  const of = (wanted: readonly string[]) =>
    labels.map((own) =>
      own.filter(([dimension]) => wanted.includes(dimension)).map((each) => each.join('\t')),
    );
  const single = shares.reduce((sum, share) => sum + share * share, 0);
  const each =
    dimensions.length > 1 ? dimensions.map((dimension) => sharedSquares(shares, of([dimension]))) : [];
  const variance = Math.max(single, ...each, sharedSquares(shares, of(dimensions)));
  return { value, variance: (variance * fewest) / (fewest - 1), fewest };
}

/**
 * Σ eᵢeⱼ over ordered pairs of rows that share a label, each row with itself. By inclusion and exclusion it is
 * Σ over sets S of labels of (−1)^(|S| + 1) · (Σ over rows that have all of S of e)².
 */
function sharedSquares(shares: readonly number[], labels: readonly (readonly string[])[]): number {
  const sums = new Map<string, { sum: number; readonly sign: number }>();
  let alone = 0;
  labels.forEach((own, row) => {
    const share = shares[row]!;
    // It shares nothing, so it is paired with itself only.
    if (own.length === 0) alone += share * share;
    const sorted = [...own].sort();
    for (let subset = 1; subset < 1 << sorted.length; subset++) {
      const members = sorted.filter((_, at) => (subset >> at) & 1);
      const key = members.join('\n');
      const found = sums.get(key);
      if (found) found.sum += share;
      else sums.set(key, { sum: share, sign: members.length % 2 === 1 ? 1 : -1 });
    }
  });
  let squares = alone;
  for (const { sum, sign } of sums.values()) squares += sign * sum * sum;
  return squares;
}
