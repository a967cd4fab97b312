/** Up to this width the Gram matrix is factorised; above it only its diagonal is used. */
const WIDEST = 1024;

/**
 * The inverse of H = curvature · XᵀX/n + penalty · I, applied to one row of weights after the other: the Hessian of a
 * logistic regression whose probabilities are all alike. It takes L-BFGS most of the way on correlated features, such
 * as embeddings are.
 */
export interface Preconditioner {
  /** Factorises anew where the curvature has moved by more than half. */
  update(curvature: number, penalty: number): void;
  /** Solves H z = v in place for each row of [rows, width] at the start of `vector`. */
  apply(vector: Float64Array, rows: number): void;
  /** Of the last update. */
  readonly curvature: number;
}

/** @param gram XᵀX/n: [width, width], or its diagonal: [width] */
export function createPreconditioner(gram: Float64Array, width: number): Preconditioner {
  let factor = new Float64Array();
  let used = { curvature: 0, penalty: 0 };
  const step = gram.length === width ? 1 : width + 1;
  const full = width <= WIDEST && gram.length === width * width;
  return {
    get curvature() {
      return used.curvature;
    },
    update(curvature, penalty) {
      const ratio = curvature / used.curvature;
      if (penalty === used.penalty && ratio < 1.5 && ratio > 1 / 1.5) return;
      used = { curvature, penalty };
      if (full) {
        factor = gram.map((value, index) => curvature * value + (index % (width + 1) === 0 ? penalty : 0));
        cholesky(factor, width);
      } else {
        factor = Float64Array.from({ length: width }, (_, i) => curvature * gram[i * step]! + penalty);
      }
    },
    apply(vector, rows) {
      for (let row = 0; row < rows; row++) {
        const part = vector.subarray(row * width, (row + 1) * width);
        if (full) solve(factor, width, part);
        else for (let i = 0; i < width; i++) part[i]! /= factor[i]!;
      }
    },
  };
}

/** L Lᵀ = A in place of A's lower triangle, Lᵀ in its upper one, so that both solves read along rows. */
function cholesky(a: Float64Array, n: number): void {
  let largest = 0;
  for (let i = 0; i < n; i++) largest = Math.max(largest, a[i * (n + 1)]!);
  for (let j = 0; j < n; j++) {
    let diagonal = a[j * n + j]!;
    for (let k = 0; k < j; k++) diagonal -= a[j * n + k]! ** 2;
    // Features that depend on one another leave nothing but rounding here.
    const root = Math.sqrt(Math.max(diagonal, 1e-7 * largest, Number.MIN_VALUE));
    a[j * n + j] = root;
    for (let i = j + 1; i < n; i++) {
      let sum = a[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= a[i * n + k]! * a[j * n + k]!;
      a[i * n + j] = sum / root;
    }
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) a[j * n + i] = a[i * n + j]!;
}

function solve(factor: Float64Array, n: number, v: Float64Array): void {
  for (let i = 0; i < n; i++) {
    let sum = v[i]!;
    for (let k = 0; k < i; k++) sum -= factor[i * n + k]! * v[k]!;
    v[i] = sum / factor[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = v[i]!;
    for (let k = i + 1; k < n; k++) sum -= factor[i * n + k]! * v[k]!;
    v[i] = sum / factor[i * n + i]!;
  }
}
