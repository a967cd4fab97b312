import { columnMeans, type Matrix, type SparseMatrix } from './features';
import { type LbfgsResult, lbfgs, type Objective } from './lbfgs';
import { choosePrecision, createProducts, type Precision, type Tfjs } from './products';

/** How the outputs of a row share its probability: `softmax`, one class of all; `sigmoid`, each label by itself. */
type Link = 'softmax' | 'sigmoid';

/** A fitted probe: score of output c = weights[c]·x + intercepts[c]. */
export interface LinearModel {
  readonly width: number;
  /** [outputs, width]. */
  readonly weights: Float64Array;
  readonly intercepts: Float64Array;
}

export interface FitOptions {
  /** C, the inverse strength of regularisation as in scikit-learn. */
  readonly C: number;
  /** Default 1e-10, in `single` 1e-6. */
  readonly tolerance?: number;
  /** The fit ends at so many times the tolerance. Default 1. */
  readonly slack?: number;
  readonly maxIterations?: number;
  readonly onIteration?: (iteration: number, loss: number) => void;
}

/** Fits with one C after the other on the same data, each from where the last one ended. */
export interface Fitter {
  fit(options: FitOptions): Promise<{ readonly model: LinearModel; readonly fit: LbfgsResult }>;
  dispose(): void;
}

export interface FitterOptions {
  readonly link: Link;
  readonly outputs: number;
  /** What each output should be: for softmax the class of each row, for sigmoid 0 or 1 at [row · outputs + output]. */
  readonly targets: ArrayLike<number>;
  readonly precision?: Precision;
  /** Where it is installed; `single` needs it. */
  readonly tfjs: Tfjs | undefined;
  /** Where the first fit starts; default all zero. */
  readonly start?: LinearModel;
}

/**
 * Logistic regression, scikit-learn's objective: Σ cross-entropy + ‖W‖² / (2C), intercepts not penalised. It is
 * minimised divided by the number of rows, by L-BFGS with a preconditioner, on features whose mean is taken off first
 * (the intercepts take it up again), which changes nothing but the number of steps.
 */
export function createFitter(features: Matrix | SparseMatrix, options: FitterOptions): Fitter {
  const { rows, width } = features;
  const { outputs, start, tfjs, precision = choosePrecision(tfjs, rows, width, outputs) } = options;
  const means = columnMeans(features);
  const products = createProducts(features, means, precision === 'single' ? tfjs : undefined);
  const parameters = new Float64Array(outputs * (width + 1));
  if (start) {
    parameters.set(start.weights);
    parameters.set(moveIntercepts(start, means, 1), outputs * width);
  }
  let preconditioner: ReturnType<typeof createPreconditioner> | undefined;

  return {
    async fit({
      C,
      tolerance = precision === 'single' ? 1e-6 : 1e-10,
      slack = 1,
      maxIterations = 500,
      onIteration,
    }) {
      preconditioner ??= createPreconditioner(await products.gram(), width);
      const conditioner = preconditioner;
      const penalty = 1 / (C * rows);
      let curvature = 0;
      const objective: Objective = {
        async evaluate(x, gradient) {
          gradient.fill(0);
          const weights = x.subarray(0, outputs * width);
          const ends = {
            gradient: gradient.subarray(0, outputs * width),
            intercepts: gradient.subarray(outputs * width),
          };
          let loss = 0;
          let spread = 0;
          for (const [chunk, range] of products.chunks.entries()) {
            const logits = await products.logits(weights, outputs, chunk);
            const found = residualsOf(
              logits,
              x.subarray(outputs * width),
              range,
              options,
              rows,
              ends.intercepts,
            );
            loss += found.loss;
            spread += found.spread;
            await products.addGradient(logits, outputs, chunk, ends.gradient);
          }
          let squares = 0;
          for (let i = 0; i < weights.length; i++) {
            squares += weights[i]! ** 2;
            gradient[i]! += penalty * weights[i]!;
          }
          curvature = Math.max(spread / outputs, 1e-6);
          return loss + 0.5 * penalty * squares;
        },
        precondition(vector) {
          conditioner.update(curvature, penalty);
          conditioner.apply(vector, outputs);
          for (let i = outputs * width; i < vector.length; i++) vector[i]! /= conditioner.curvature;
        },
      };
      const fit = await lbfgs(parameters, objective, {
        tolerance: tolerance * slack,
        maxIterations,
        ...(onIteration ? { onIteration } : {}),
      });
      const weights = parameters.slice(0, outputs * width);
      const centred = { width, weights, intercepts: parameters.slice(outputs * width) };
      return { model: { ...centred, intercepts: moveIntercepts(centred, means, -1) }, fit };
    },
    dispose: () => products.dispose(),
  };
}

/** Intercepts for features with their means taken off (`sign` 1), or put on again (−1). */
function moveIntercepts(
  { width, weights, intercepts }: LinearModel,
  means: Float64Array,
  sign: 1 | -1,
): Float64Array {
  return intercepts.map((value, output) => {
    let shift = 0;
    for (let i = 0; i < width; i++) shift += weights[output * width + i]! * means[i]!;
    return value + sign * shift;
  });
}

/**
 * Turns logits [outputs, rows of the chunk] in place into (probability − target) / rows, and adds up the loss, the mean
 * of p (1 − p), which is the curvature, and the gradient of the intercepts.
 */
function residualsOf(
  logits: Float32Array | Float64Array,
  intercepts: Float64Array,
  [start, end]: readonly [number, number],
  { link, outputs, targets }: FitterOptions,
  rows: number,
  gradient: Float64Array,
): { loss: number; spread: number } {
  const count = end - start;
  let loss = 0;
  let spread = 0;
  if (link === 'sigmoid') {
    for (let c = 0; c < outputs; c++) {
      for (let row = 0; row < count; row++) {
        const z = logits[c * count + row]! + intercepts[c]!;
        const target = targets[(start + row) * outputs + c]!;
        const small = Math.exp(-Math.abs(z));
        loss += Math.max(z, 0) - target * z + Math.log1p(small);
        const probability = z >= 0 ? 1 / (1 + small) : small / (1 + small);
        const residual = (probability - target) / rows;
        logits[c * count + row] = withoutDust(residual);
        gradient[c]! += residual;
        spread += probability * (1 - probability);
      }
    }
    return { loss: loss / rows, spread: spread / rows };
  }
  const highest = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  const sums = new Float64Array(count);
  for (let c = 0; c < outputs; c++) {
    for (let row = 0; row < count; row++) {
      const z = logits[c * count + row]! + intercepts[c]!;
      logits[c * count + row] = z;
      if (z > highest[row]!) highest[row] = z;
    }
  }
  for (let row = 0; row < count; row++) loss -= logits[targets[start + row]! * count + row]!;
  for (let c = 0; c < outputs; c++) {
    for (let row = 0; row < count; row++) {
      const e = Math.exp(logits[c * count + row]! - highest[row]!);
      logits[c * count + row] = e;
      sums[row]! += e;
    }
  }
  for (let row = 0; row < count; row++) loss += Math.log(sums[row]!) + highest[row]!;
  for (let c = 0; c < outputs; c++) {
    let sum = 0;
    for (let row = 0; row < count; row++) {
      const probability = logits[c * count + row]! / sums[row]!;
      const residual = (probability - (targets[start + row] === c ? 1 : 0)) / rows;
      logits[c * count + row] = withoutDust(residual);
      sum += residual;
      spread += probability * (1 - probability);
    }
    gradient[c]! += sum;
  }
  return { loss: loss / rows, spread: spread / rows };
}

/**
 * Zero for what adds nothing to a gradient. With little regularisation most probabilities get there; as float32
 * they are denormal, and a product with denormal numbers takes several times as long.
 */
function withoutDust(residual: number): number {
  return Math.abs(residual) < 1e-25 ? 0 : residual;
}

/** Scores [rows, outputs] of a model. */
export function decide({ width, weights, intercepts }: LinearModel, { rows, values }: Matrix): Float64Array {
  const outputs = intercepts.length;
  const scores = new Float64Array(rows * outputs);
  for (let row = 0; row < rows; row++) {
    for (let c = 0; c < outputs; c++) {
      let sum = intercepts[c]!;
      for (let i = 0; i < width; i++) sum += weights[c * width + i]! * values[row * width + i]!;
      scores[row * outputs + c] = sum;
    }
  }
  return scores;
}

/** Up to this width the Gram matrix is factorised; above it only its diagonal is used. */
const WIDEST = 1024;

/**
 * The inverse of H = curvature · XᵀX/n + penalty · I, applied to one row of weights after the other: the Hessian of a
 * logistic regression whose probabilities are all alike. It takes L-BFGS most of the way on correlated features, such
 * as embeddings are.
 */
interface Preconditioner {
  /** Factorises anew where the curvature has moved by more than half. */
  update(curvature: number, penalty: number): void;
  /** Solves H z = v in place for each row of [rows, width] at the start of `vector`. */
  apply(vector: Float64Array, rows: number): void;
  /** Of the last update. */
  readonly curvature: number;
}

/** @param gram XᵀX/n: [width, width], or its diagonal: [width] */
function createPreconditioner(gram: Float64Array, width: number): Preconditioner {
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
