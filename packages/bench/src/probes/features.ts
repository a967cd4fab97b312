import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { checkList } from '../checks/check-numbers';

/** Embeddings, one row each: vectors of equal length, or a tensor [rows, width], such as tfjs's `Tensor2D`. */
export type Features = readonly ArrayLike<number>[] | FeatureTensor;

interface FeatureTensor {
  readonly shape: readonly number[];
  data(): Promise<ArrayLike<number>>;
}

/** Rows in one block, row after row. */
export interface Matrix {
  readonly rows: number;
  readonly width: number;
  readonly values: Float32Array | Float64Array;
}

/** Rows of mostly zeros: row i holds `values[k]` in column `columns[k]`, for k from `starts[i]` up to `starts[i + 1]`. */
export interface SparseMatrix {
  readonly rows: number;
  readonly width: number;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** @throws InputError where rows differ in length or hold something that is no finite number */
export async function readFeatures(place: string, features: Features): Promise<Matrix> {
  if (isTensor(features)) {
    const [rows, width, ...more] = features.shape;
    if (rows === undefined || width === undefined || more.length > 0) {
      refuse(
        undefined,
        place,
        'must be a tensor [rows, width]',
        `one of ${features.shape.length} dimensions`,
      );
    }
    return checked(place, { rows, width, values: Float32Array.from(await features.data()) });
  }
  checkList(place, features, 'rows of numbers', 1);
  for (let row = 0; row < features.length; row++) checkList(`${place}[${row}]`, features[row], 'numbers');
  const rows = features.length;
  const width = features[0]?.length ?? 0;
  const isDouble = features.some((row) => !(row instanceof Float32Array));
  const values = isDouble ? new Float64Array(rows * width) : new Float32Array(rows * width);
  features.forEach((row, index) => {
    if (row.length !== width) {
      throw new InputError(`${place}: row ${index} has ${row.length} numbers, the first row ${width}.`);
    }
    // A bigint among them would throw an error that names nothing.
    for (let at = 0; at < width; at++) {
      const value: unknown = row[at];
      values[index * width + at] = typeof value === 'number' ? value : Number.NaN;
    }
  });
  return checked(place, { rows, width, values });
}

function isTensor(features: Features): features is FeatureTensor {
  return (
    typeof features === 'object' &&
    features !== null &&
    'data' in features &&
    typeof features.data === 'function' &&
    'shape' in features &&
    Array.isArray(features.shape)
  );
}

function checked(place: string, matrix: Matrix): Matrix {
  if (matrix.rows === 0 || matrix.width === 0)
    throw new InputError(`${place} must hold at least one row of numbers.`);
  const bad = matrix.values.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    const row = Math.floor(bad / matrix.width);
    throw new InputError(
      `${place}: row ${row} holds ${matrix.values[bad]} at place ${bad - row * matrix.width}.`,
    );
  }
  return matrix;
}

/** Mean of each column. */
export function columnMeans(features: Matrix | SparseMatrix): Float64Array {
  const { rows, width, values } = features;
  const means = new Float64Array(width);
  if ('columns' in features) {
    for (const [k, column] of features.columns.entries()) means[column]! += values[k]!;
  } else {
    for (let row = 0; row < rows; row++) {
      for (let i = 0; i < width; i++) means[i]! += values[row * width + i]!;
    }
  }
  return means.map((sum) => sum / rows);
}

/** Some of the rows. */
export function pickRows({ width, values }: Matrix, rows: readonly number[]): Matrix {
  const picked =
    values instanceof Float32Array
      ? new Float32Array(rows.length * width)
      : new Float64Array(rows.length * width);
  rows.forEach((row, index) => {
    picked.set(values.subarray(row * width, (row + 1) * width), index * width);
  });
  return { rows: rows.length, width, values: picked };
}

/** Some of the rows of a sparse matrix, all columns. */
export function pickSparseRows({ width, ...from }: SparseMatrix, rows: readonly number[]): SparseMatrix {
  const starts = new Int32Array(rows.length + 1);
  for (const [at, row] of rows.entries()) {
    starts[at + 1] = starts[at]! + from.starts[row + 1]! - from.starts[row]!;
  }
  const columns = new Int32Array(starts[rows.length]!);
  const values = new Float64Array(starts[rows.length]!);
  for (const [at, row] of rows.entries()) {
    columns.set(from.columns.subarray(from.starts[row]!, from.starts[row + 1]!), starts[at]!);
    values.set(from.values.subarray(from.starts[row]!, from.starts[row + 1]!), starts[at]!);
  }
  return { rows: rows.length, width, starts, columns, values };
}
