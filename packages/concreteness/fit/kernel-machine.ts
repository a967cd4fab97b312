import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { shuffle } from './deal-folds';
import { forEachProductRow, transpose } from './matrix-product';

export interface KernelOptions {
  /** γ in exp(−γ‖x − y‖²). */
  readonly gamma: number;
  readonly penalty: number;
  readonly landmarks: number;
  readonly iterations: number;
}

/** Added to the landmarks' kernel, so that its factor exists although some landmarks nearly coincide. */
const jitter = 1e-4;

/**
 * Kernel ridge regression with a Gaussian kernel on Nyström's approximation (Williams and Seeger 2001): landmarks z
 * drawn from the training rows, K = LLᵀ among them, and ridge regression on k(x, z)L⁻ᵀ by conjugate gradients.
 * Fits `targets[index]` of `trainingRows[index]`; returns the predictions for all rows of `values` [rows, columns].
 */
export function fitKernelMachine(
  values: Float32Array,
  columns: number,
  trainingRows: Int32Array,
  targets: Float64Array,
  { gamma, penalty, landmarks, iterations }: KernelOptions,
  random: RandomGenerator,
): Float64Array {
  const rows = values.length / columns;
  const chosen = shuffle(trainingRows.slice(), random).subarray(0, landmarks);
  const size = chosen.length;
  const ofLandmarks = pickRows(values, columns, chosen);
  const right = transpose(ofLandmarks, columns);
  const squares = squaredNorms(ofLandmarks, columns);
  const kernelRows = (left: Float32Array, visit: (row: number, kernel: Float32Array) => void) => {
    const leftSquares = squaredNorms(left, columns);
    forEachProductRow(left, right, { inner: columns, columns: size }, (row, products) => {
      for (let at = 0; at < size; at += 1) {
        const distance = leftSquares[row]! + squares[at]! - 2 * products[at]!;
        products[at] = Math.exp(-gamma * Math.max(0, distance));
      }
      visit(row, products);
    });
  };

  const among = new Float64Array(size * size);
  kernelRows(ofLandmarks, (row, kernel) => among.set(kernel, row * size));
  for (let at = 0; at < size; at += 1) among[at * size + at]! += jitter;
  const lower = factor(among, size);
  const kernel = new Float32Array(trainingRows.length * size);
  kernelRows(pickRows(values, columns, trainingRows), (row, products) => kernel.set(products, row * size));

  const mean = targets.reduce((sum, target) => sum + target, 0) / targets.length;
  const coefficients = conjugateGradients(
    (vector) => {
      const image = multiply(kernel, size, solveUpper(lower, size, vector.slice()));
      const back = solveLower(lower, size, multiplyTransposed(kernel, size, image));
      for (let at = 0; at < size; at += 1) back[at]! += penalty * vector[at]!;
      return back;
    },
    solveLower(
      lower,
      size,
      multiplyTransposed(
        kernel,
        size,
        targets.map((target) => target - mean),
      ),
    ),
    iterations,
  );
  const weights = solveUpper(lower, size, coefficients);

  const predictions = new Float64Array(rows);
  kernelRows(values, (row, products) => {
    let sum = mean;
    for (let at = 0; at < size; at += 1) sum += products[at]! * weights[at]!;
    predictions[row] = sum;
  });
  return predictions;
}

/** Hestenes and Stiefel (1952), for a symmetric positive definite operator. */
function conjugateGradients(
  apply: (vector: Float64Array) => Float64Array,
  rightSide: Float64Array,
  iterations: number,
): Float64Array {
  const solution = new Float64Array(rightSide.length);
  const residual = rightSide.slice();
  const direction = rightSide.slice();
  let squared = dot(residual, residual);
  const goal = squared * 1e-8;
  for (let iteration = 0; iteration < iterations && squared > goal; iteration += 1) {
    const image = apply(direction);
    const step = squared / dot(direction, image);
    for (let at = 0; at < solution.length; at += 1) {
      solution[at]! += step * direction[at]!;
      residual[at]! -= step * image[at]!;
    }
    const next = dot(residual, residual);
    for (let at = 0; at < solution.length; at += 1) {
      direction[at] = residual[at]! + (next / squared) * direction[at]!;
    }
    squared = next;
  }
  return solution;
}

function pickRows(values: Float32Array, columns: number, rows: Int32Array): Float32Array {
  const picked = new Float32Array(rows.length * columns);
  for (const [index, row] of rows.entries()) {
    picked.set(values.subarray(row * columns, (row + 1) * columns), index * columns);
  }
  return picked;
}

function squaredNorms(values: Float32Array, columns: number): Float64Array {
  const norms = new Float64Array(values.length / columns);
  for (let at = 0; at < values.length; at += 1) norms[Math.floor(at / columns)]! += values[at]! ** 2;
  return norms;
}

function multiply(matrix: Float32Array, columns: number, vector: Float64Array): Float64Array {
  const product = new Float64Array(matrix.length / columns);
  for (let row = 0; row < product.length; row += 1) {
    let sum = 0;
    const start = row * columns;
    for (let at = 0; at < columns; at += 1) sum += matrix[start + at]! * vector[at]!;
    product[row] = sum;
  }
  return product;
}

function multiplyTransposed(matrix: Float32Array, columns: number, vector: Float64Array): Float64Array {
  const product = new Float64Array(columns);
  for (let row = 0; row < vector.length; row += 1) {
    const factorOfRow = vector[row]!;
    const start = row * columns;
    for (let at = 0; at < columns; at += 1) product[at]! += factorOfRow * matrix[start + at]!;
  }
  return product;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += a[at]! * b[at]!;
  return sum;
}

/** L with LLᵀ = A for a symmetric positive definite A [size, size], row by row; the upper part is left as it is. */
export function factor(matrix: Float64Array, size: number): Float64Array {
  const lower = matrix.slice();
  for (let row = 0; row < size; row += 1) {
    const ofRow = row * size;
    for (let column = 0; column <= row; column += 1) {
      const ofColumn = column * size;
      let sum = lower[ofRow + column]!;
      for (let at = 0; at < column; at += 1) sum -= lower[ofRow + at]! * lower[ofColumn + at]!;
      if (column === row) {
        if (!(sum > 0)) throw new Error('cholesky: the matrix is not positive definite');
        lower[ofRow + row] = Math.sqrt(sum);
      } else {
        lower[ofRow + column] = sum / lower[ofColumn + column]!;
      }
    }
  }
  return lower;
}

/** Solves Lx = b in place. */
export function solveLower(lower: Float64Array, size: number, vector: Float64Array): Float64Array {
  for (let row = 0; row < size; row += 1) {
    let sum = vector[row]!;
    for (let at = 0; at < row; at += 1) sum -= lower[row * size + at]! * vector[at]!;
    vector[row] = sum / lower[row * size + row]!;
  }
  return vector;
}

/** Solves Lᵀx = b in place. */
export function solveUpper(lower: Float64Array, size: number, vector: Float64Array): Float64Array {
  for (let row = size - 1; row >= 0; row -= 1) {
    const value = vector[row]! / lower[row * size + row]!;
    vector[row] = value;
    for (let at = 0; at < row; at += 1) vector[at]! -= lower[row * size + at]! * value;
  }
  return vector;
}
