/** Rows of features with what is to be learnt from them. */
export interface Examples {
  readonly rows: readonly Float64Array[];
  /** 1, 0 or a share between them. */
  readonly labels: readonly number[];
  /** How much each row counts. */
  readonly weights: readonly number[];
}

/**
 * Weights of a logistic regression that minimise ½ λ ‖w‖² + Σ v · cross-entropy, by Newton's method. Features are divided
 * by their standard deviation for the penalty; the last one is the constant, which is free.
 */
export function fitLogistic({ rows, labels, weights }: Examples, penalty: number): Float64Array {
  const size = rows[0]!.length;
  const scales = Float64Array.from({ length: size }, (_, k) => deviationOf(rows, weights, k));
  scales[size - 1] = 1;
  const w = new Float64Array(size);
  for (let step = 0; step < 50; step += 1) {
    const gradient = new Float64Array(size);
    const hessian = Array.from({ length: size }, () => new Float64Array(size));
    for (const [i, row] of rows.entries()) {
      const p = sigmoid(dot(row, w, scales));
      const error = weights[i]! * (p - labels[i]!);
      const curvature = weights[i]! * p * (1 - p);
      for (let a = 0; a < size; a += 1) {
        const x = row[a]! / scales[a]!;
        if (x === 0) continue;
        gradient[a]! += error * x;
        for (let b = 0; b <= a; b += 1) hessian[a]![b]! += (curvature * x * row[b]!) / scales[b]!;
      }
    }
    for (let a = 0; a < size; a += 1) {
      const ridge = a === size - 1 ? 1e-9 : penalty;
      gradient[a]! += ridge * w[a]!;
      hessian[a]![a]! += ridge + 1e-9;
    }
    const move = solve(hessian, gradient);
    let largest = 0;
    for (let a = 0; a < size; a += 1) {
      w[a]! -= move[a]!;
      largest = Math.max(largest, Math.abs(move[a]!));
    }
    if (largest < 1e-8) break;
  }
  return w.map((value, k) => value / scales[k]!);
}

export function score(row: Float64Array, w: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < w.length; i += 1) sum += row[i]! * w[i]!;
  return sum;
}

export const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** The share of pairs of a higher and a lower label whose scores are in the same order; ties count half. */
export function areaUnderCurve(scores: readonly number[], labels: readonly boolean[]): number {
  const order = scores.map((_, i) => i).sort((a, b) => scores[a]! - scores[b]!);
  let [rankSum, positives] = [0, 0];
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && scores[order[end]!] === scores[order[start]!]) end += 1;
    for (let i = start; i < end; i += 1) {
      if (!labels[order[i]!]) continue;
      rankSum += (start + end + 1) / 2;
      positives += 1;
    }
    start = end;
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * (order.length - positives));
}

function dot(row: Float64Array, w: Float64Array, scales: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < w.length; i += 1) sum += (row[i]! / scales[i]!) * w[i]!;
  return sum;
}

function deviationOf(rows: readonly Float64Array[], weights: readonly number[], k: number): number {
  let [all, sum, squares] = [0, 0, 0];
  for (const [i, row] of rows.entries()) {
    all += weights[i]!;
    sum += weights[i]! * row[k]!;
    squares += weights[i]! * row[k]! ** 2;
  }
  return Math.sqrt(squares / all - (sum / all) ** 2) || 1;
}

/** Solves a symmetric positive system of which the lower triangle is given, by Cholesky's decomposition in place. */
function solve(lower: readonly Float64Array[], right: Float64Array): Float64Array {
  const n = right.length;
  for (let j = 0; j < n; j += 1) {
    for (let k = 0; k < j; k += 1) {
      for (let i = j; i < n; i += 1) lower[i]![j]! -= lower[i]![k]! * lower[j]![k]!;
    }
    const root = Math.sqrt(lower[j]![j]!);
    for (let i = j; i < n; i += 1) lower[i]![j]! /= root;
  }
  const x = Float64Array.from(right);
  for (let i = 0; i < n; i += 1) {
    for (let k = 0; k < i; k += 1) x[i]! -= lower[i]![k]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < n; k += 1) x[i]! -= lower[k]![i]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  return x;
}
