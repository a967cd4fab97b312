import type { Random } from '../seeded-random';
import type { NgramRows } from './ngrams';

const mostPasses = 300;
/** Of the constant feature: the larger, the less the intercept is held back. */
const constant = 2;

/**
 * Weights of an L2-regularised logistic regression, `½‖w‖² + C Σ log(1 + exp(−y w·x))` with y = ±1, where x has a
 * constant feature: what scikit-learn's `LogisticRegression` minimises, but for the intercept, which it leaves free.
 * By coordinate descent in the dual (Yu, Huang and Lin 2011, as LIBLINEAR does it), rows in an order by chance.
 *
 * @param rows which rows of the matrix are learnt from
 * @param labels 1 or −1 for each row of the matrix
 * @param strength C, above 0
 * @param tolerance the largest gradient of a row at which it stops
 * @returns one weight for each column, and the intercept's
 */
export function fitLogistic(
  matrix: NgramRows,
  rows: readonly number[],
  labels: Int8Array,
  random: Random,
  strength = 1,
  tolerance = 0.01,
): Float64Array {
  const { starts, columns, counts } = matrix;
  const weights = new Float64Array(matrix.size + 1);
  const intercept = matrix.size;
  const order = Int32Array.from(rows);
  // Of each row its share a in (0, C), near 0 at first, and what is left of C, kept apart for its digits.
  const least = Math.min(0.001 * strength, 1e-8);
  const shares = new Float64Array(labels.length).fill(least);
  const rests = new Float64Array(labels.length).fill(strength - least);
  const squares = new Float64Array(labels.length);
  for (const row of rows) {
    let square = constant * constant;
    weights[intercept]! += labels[row]! * least * constant;
    for (let k = starts[row]!; k < starts[row + 1]!; k += 1) {
      square += counts[k]! * counts[k]!;
      weights[columns[k]!]! += labels[row]! * least * counts[k]!;
    }
    squares[row] = square;
  }
  let accuracy = 0.01;
  for (let pass = 0; pass < mostPasses; pass += 1) {
    let steepest = 0;
    shuffle(order, random);
    for (const row of order) {
      const square = squares[row]!;
      const label = labels[row]!;
      const score = label * (scoreOf(matrix, row, weights) + constant * weights[intercept]!);
      // The smaller of share and rest is worked on: its logarithm is exact.
      const isShare = 0.5 * square * (rests[row]! - shares[row]!) + score >= 0;
      const before = isShare ? shares[row]! : rests[row]!;
      const slope = isShare ? score : -score;
      const gradientAt = (z: number) => square * (z - before) + slope + Math.log(z / (strength - z));
      let z = strength - before < 0.5 * strength ? 0.1 * before : before;
      let gradient = gradientAt(z);
      steepest = Math.max(steepest, Math.abs(gradient));
      let isMoved = false;
      for (let step = 0; step < 100 && Math.abs(gradient) >= accuracy; step += 1) {
        const next = z - gradient / (square + strength / (strength - z) / z);
        z = next <= 0 ? 0.1 * z : next;
        gradient = gradientAt(z);
        isMoved = true;
      }
      if (!isMoved) continue;
      [shares[row], rests[row]] = isShare ? [z, strength - z] : [strength - z, z];
      const change = (isShare ? z - before : before - z) * label;
      for (let k = starts[row]!; k < starts[row + 1]!; k += 1) weights[columns[k]!]! += change * counts[k]!;
      weights[intercept]! += change * constant;
    }
    if (steepest < tolerance) break;
    accuracy = Math.max(1e-8, Math.min(accuracy, 0.1 * steepest));
  }
  return weights;
}

/** `w·x` of a row without the intercept, which cancels where two rows are compared: the larger, the more likely its label is 1. */
export function scoreOf({ starts, columns, counts }: NgramRows, row: number, weights: Float64Array): number {
  let score = 0;
  for (let k = starts[row]!; k < starts[row + 1]!; k += 1) score += weights[columns[k]!]! * counts[k]!;
  return score;
}

function shuffle(order: Int32Array, random: Random): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = random.below(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}
