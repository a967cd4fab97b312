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
