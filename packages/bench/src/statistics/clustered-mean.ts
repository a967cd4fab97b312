import { refuse } from '@slipform/kit/errors/input-error';
import { studentQuantile, studentTail } from '@slipform/kit/random/student';
import { shown } from '@slipform/kit/text/printable';
import { checkList } from '../checks/check-numbers';
import { labelDegrees } from './label-degrees';
import type { Estimate } from './seed-interval';
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
  /** Of Student's t: Satterthwaite's, above 0 and mostly no whole number. */
  readonly degrees: number;
  /** Two-sided, of the hypothesis that the mean is 0. */
  readonly p: number;
}

/** A row's subsets of labels are all visited. */
const MAX_LABELS = 10;

/**
 * The mean of rows that are crossed by several clusterings, such as questions by words and by artists, with a 95 %
 * interval that holds for other words and other artists: mean ± t(ν)·√V.
 *
 * With residuals eᵢ = wᵢ(yᵢ − mean) / Σ w, over ordered pairs of rows that share a label (each row with itself too):
 * V = Σ eᵢeⱼ / (1 − π), π = Σ wᵢwⱼ / (Σ w)² over the same pairs. The divisor is for residuals being about the estimated mean; with one
 * dimension of G equal labels it is Cameron's correction G/(G − 1). V_d and π_d are the same over pairs that share a label of
 * dimension d. Degrees of freedom by Satterthwaite: ν = max(V², Σ_d V_d²) / Σ_d (V_d² / ν_d). With one label a row ν_d is 1/π_d − 1, 1/π_d
 * being the number of labels of equal weight that the dimension is as good as; with several it is tr(T)² / tr(T²) where that is more (`labelDegrees`).
 * So a dimension of few labels costs degrees only as far as it adds to the variance.
 * The interval is never narrower than ± t(ν_d)·√V_d over one dimension alone, or that over independent rows. A dimension in
 * which all rows have the same label says nothing about others, and is left out: then the interval is for that one.
 *
 * Sources: A. C. Cameron, J. B. Gelbach, D. L. Miller 2011, "Robust inference with multiway clustering" (crossed
 * dimensions, the correction, Student's t); F. E. Satterthwaite 1946, "An approximate distribution of estimates of
 * variance components" (degrees of freedom); P. M. Aronow, C. Samii, V. A. Assenova 2015, "Cluster-robust variance estimation
 * for dyadic data" (rows with two labels of one dimension).
 *
 * @throws InputError for an empty list, a number that is not finite, or a row with more than 10 labels
 * @example
 * // Is one model ahead of another, for other words and other artists?
 * const { value, interval, p } = clusteredMean(
 *   questions.map(({ clusters }, i) => ({ value: Number(right[i]) - Number(rightBefore[i]), clusters })),
 * );
 */
export function clusteredMean(rows: readonly ClusteredRow[]): ClusteredMean {
  const { value, variance, degrees } = analyse(rows, readRows(rows));
  const standardError = Math.sqrt(variance);
  const half = studentQuantile(0.975, degrees) * standardError;
  const p = standardError === 0 ? Number(value === 0) : studentTail(value / standardError, degrees);
  return { value, interval: [value - half, value + half], standardError, degrees, p };
}

/**
 * A share of successes with the interval of {@link clusteredMean} in Wilson's form, which stays between 0 and 1: n is
 * p(1 − p)/V, the number of independent rows that would be as noisy, and z is Student's t. Where all rows agree n is
 * one more than the degrees of freedom of the dimension that has fewest.
 *
 * @example
 * const { value, interval } = clusteredProportion([
 *   { correct: true, clusters: { word: 'bell' } },
 *   { correct: false, clusters: { word: 'dog' } },
 * ]);
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
  const { value, variance, degrees, fewest } = analyse(rows, labels);
  const share = Math.min(1, Math.max(0, value));
  const t = studentQuantile(0.975, degrees);
  // Weights may leave a rounding error where all rows agree.
  const spread = share * (1 - share);
  const n = spread > 1e-12 && variance > 0 ? spread / variance : fewest;
  return { value: share, interval: wilsonBounds(share, n, t) };
}

/** Labels by number: those of each row in rising order, and the dimension of each. */
interface Labels {
  readonly ofRow: readonly (readonly number[])[];
  readonly dimensionOf: readonly number[];
  /** How many labels each dimension has. */
  readonly sizes: readonly number[];
}

function readRows(rows: readonly ClusteredRow[]): Labels {
  checkList('clusteredMean: rows', rows, 'rows { value, clusters }', 1);
  const dimensions = new Map<string, { readonly place: number; readonly numbers: Map<string, number> }>();
  const dimensionOf: number[] = [];
  const ofRow = rows.map((row, index) => {
    const { value, weight = 1, clusters } = row ?? {};
    const isRow =
      Number.isFinite(value) && weight > 0 && Number.isFinite(weight) && typeof clusters === 'object';
    if (!isRow || clusters === null) {
      refuse(
        'clusteredMean',
        `rows[${index}]`,
        'must be { value, clusters }, a number and labels by dimension',
        shown(row),
      );
    }
    const own: number[] = [];
    for (const [name, given] of Object.entries(clusters)) {
      const known = dimensions.get(name) ?? { place: dimensions.size, numbers: new Map<string, number>() };
      dimensions.set(name, known);
      for (const label of typeof given === 'string' ? [given] : new Set([given].flat())) {
        let number = known.numbers.get(label);
        if (number === undefined) {
          number = dimensionOf.push(known.place) - 1;
          known.numbers.set(label, number);
        }
        if (typeof label !== 'string') number = Number.NaN;
        own.push(number);
      }
    }
    if (own.length > MAX_LABELS || own.some(Number.isNaN)) {
      refuse(
        'clusteredMean',
        `rows[${index}].clusters`,
        `must hold at most ${MAX_LABELS} labels, each a text`,
        shown(clusters),
      );
    }
    return own.sort((one, other) => one - other);
  });
  return { ofRow, dimensionOf, sizes: [...dimensions.values()].map(({ numbers }) => numbers.size) };
}

interface Analysis {
  readonly value: number;
  readonly variance: number;
  readonly degrees: number;
  /** One more than the degrees of freedom of the dimension that has fewest. */
  readonly fewest: number;
}

function analyse(rows: readonly ClusteredRow[], labels: Labels): Analysis {
  const total = rows.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const weights = rows.map(({ weight = 1 }) => weight / total);
  const value = rows.reduce((sum, row) => sum + row.value * (row.weight ?? 1), 0) / total;
  const shares = rows.map((row, at) => weights[at]! * (row.value - value));
  const { any, dimensions } = sharedSquares(shares, weights, labels);
  const degreesOf = dimensions.map(({ dimension, pairs }) =>
    Math.max(1 / pairs - 1, severalDegrees(weights, labels, dimension)),
  );
  const independent = {
    squares: shares.reduce((sum, share) => sum + share * share, 0),
    pairs: weights.reduce((sum, weight) => sum + weight * weight, 0),
  };
  const variance = any.pairs < 1 ? Math.max(0, any.squares) / (1 - any.pairs) : 0;
  // Where every pair shares a label of a dimension, nothing varies about the mean.
  const over = ({ squares, pairs }: Shared, degrees = 1 / pairs - 1) =>
    pairs < 1 ? [{ variance: squares / (1 - pairs), degrees }] : [];
  const parts = dimensions.flatMap((dimension, at) => over(dimension, degreesOf[at]));
  const sum = (values: readonly number[]) => values.reduce((all, each) => all + each, 0);
  const noise = sum(parts.map((part) => part.variance ** 2 / part.degrees));
  // Where parts overlap, V may lie below one of them: its degrees are then no fewer than theirs on average.
  const squared = Math.max(variance ** 2, sum(parts.map((part) => part.variance ** 2)));
  const all = [
    ...(noise > 0 ? [{ variance, degrees: squared / noise }] : []),
    ...parts,
    ...over(independent),
  ].map((each) => ({ ...each, degrees: Math.max(1, each.degrees) }));
  const half = (each: { readonly variance: number; readonly degrees: number }) =>
    each.variance > 0 ? studentQuantile(0.975, each.degrees) * Math.sqrt(each.variance) : 0;
  const fewest = Math.max(2, Math.min(1 / independent.pairs, ...degreesOf.map((degrees) => degrees + 1)));
  const none = { variance: 0, degrees: fewest - 1 };
  const widest = all.reduce((most, each) => (half(each) > half(most) ? each : most), none);
  return { value, ...widest, fewest };
}

/** Degrees of freedom of a dimension of which some row has several labels; 0 where none has. */
function severalDegrees(
  weights: readonly number[],
  { ofRow, dimensionOf }: Labels,
  dimension: number,
): number {
  const own = ofRow.map((numbers) => numbers.filter((number) => dimensionOf[number] === dimension));
  if (own.every(({ length }) => length < 2)) return 0;
  return labelDegrees(own.map((numbers, at) => ({ labels: numbers, share: weights[at]! })));
}

/** Σ eᵢeⱼ and Σ wᵢwⱼ over ordered pairs of rows that share a label, each row with itself. */
interface Shared {
  squares: number;
  pairs: number;
}

/**
 * Sums over pairs that share a label of any dimension, and of each. By inclusion and exclusion they are Σ over sets S of labels of
 * (−1)^(|S| + 1) · (Σ over rows that have all of S)². Dimensions of one label are left out.
 */
function sharedSquares(
  shares: readonly number[],
  weights: readonly number[],
  labels: Labels,
): { readonly any: Shared; readonly dimensions: readonly (Shared & { readonly dimension: number })[] } {
  const { ofRow, dimensionOf, sizes } = labels;
  const any: Shared = { squares: 0, pairs: 0 };
  const dimensions = sizes.map((_, dimension) => ({ squares: 0, pairs: 0, dimension }));
  // A set of labels hangs below the set without its last one; the first node is the set of none.
  const nodes = new Map<number, number>();
  const sets = { shares: [0], weights: [0], signs: [-1], dimension: [-1] };
  const found = [0];
  for (const [row, own] of ofRow.entries()) {
    const [share, weight] = [shares[row]!, weights[row]!];
    const counted = own.filter((number) => sizes[dimensionOf[number]!]! > 1);
    // It shares nothing, so it is paired with itself only.
    if (counted.length === 0) add(any, share, weight, 1);
    for (let subset = 1; subset < 1 << counted.length; subset++) {
      const last = 31 - Math.clz32(subset);
      const above = found[subset ^ (1 << last)]!;
      const number = counted[last]!;
      const key = above * dimensionOf.length + number;
      let node = nodes.get(key);
      if (node === undefined) {
        const dimension = dimensionOf[number]!;
        node = sets.shares.push(0) - 1;
        nodes.set(key, node);
        sets.weights.push(0);
        sets.signs.push(-sets.signs[above]!);
        sets.dimension.push(above === 0 || sets.dimension[above] === dimension ? dimension : -1);
      }
      sets.shares[node]! += share;
      sets.weights[node]! += weight;
      found[subset] = node;
    }
  }
  for (let node = 1; node < sets.shares.length; node++) {
    const [share, weight, sign] = [sets.shares[node]!, sets.weights[node]!, sets.signs[node]!];
    const dimension = sets.dimension[node]!;
    add(any, share, weight, sign);
    if (dimension >= 0) add(dimensions[dimension]!, share, weight, sign);
  }
  return { any, dimensions: dimensions.filter(({ dimension }) => sizes[dimension]! > 1) };
}

function add(to: Shared, share: number, weight: number, sign: number): void {
  to.squares += sign * share * share;
  to.pairs += sign * weight * weight;
}
