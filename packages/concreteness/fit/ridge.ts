import { addRow, dotRow, type SparseRows } from './sparse-rows';

export interface RidgeOptions {
  /** λ in ½‖Xw − y‖² + ½λ‖w‖². */
  readonly penalty: number;
  readonly iterations: number;
  /** Stops when the residual of the normal equations has shrunk by this factor. */
  readonly tolerance: number;
}

/**
 * Ridge regression: the w with (XᵀX + λI)w = Xᵀy, by conjugate gradients on the normal equations (Hestenes and
 * Stiefel 1952; CGLS form, which never makes XᵀX). Only the rows named in `rows` are fitted.
 */
export function fitRidge(
  matrix: SparseRows,
  targets: ArrayLike<number>,
  rows: ArrayLike<number>,
  { penalty, iterations, tolerance }: RidgeOptions,
): Float64Array {
  const weights = new Float64Array(matrix.columnCount);
  const residual = Float64Array.from(rows, (row) => targets[row]!);
  const gradient = new Float64Array(matrix.columnCount);
  for (let index = 0; index < rows.length; index += 1)
    addRow(matrix, rows[index]!, residual[index]!, gradient);
  const direction = gradient.slice();
  const image = new Float64Array(rows.length);
  let squared = dot(gradient, gradient);
  const goal = squared * tolerance * tolerance;

  for (let iteration = 0; iteration < iterations && squared > goal; iteration += 1) {
    for (let index = 0; index < rows.length; index += 1)
      image[index] = dotRow(matrix, rows[index]!, direction);
    const step = squared / (dot(image, image) + penalty * dot(direction, direction));
    for (let column = 0; column < weights.length; column += 1) weights[column]! += step * direction[column]!;
    gradient.fill(0);
    for (let index = 0; index < rows.length; index += 1) {
      residual[index]! -= step * image[index]!;
      addRow(matrix, rows[index]!, residual[index]!, gradient);
    }
    for (let column = 0; column < weights.length; column += 1)
      gradient[column]! -= penalty * weights[column]!;
    const next = dot(gradient, gradient);
    const turn = next / squared;
    for (let column = 0; column < weights.length; column += 1) {
      direction[column] = gradient[column]! + turn * direction[column]!;
    }
    squared = next;
  }
  return weights;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += a[index]! * b[index]!;
  return sum;
}
