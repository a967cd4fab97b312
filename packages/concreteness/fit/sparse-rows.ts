/** Sparse matrix by rows (CSR): row i has columns[starts[i] … starts[i + 1]) with the values beside them. */
export interface SparseRows {
  readonly rows: number;
  readonly columnCount: number;
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float32Array;
}

/** Appends rows feature by feature; a name that `columnOf` does not know is dropped, one that comes twice is summed. */
export function buildRows<Item>(
  items: readonly Item[],
  describe: (item: Item, add: (name: string, value: number) => void) => void,
  columnOf: ReadonlyMap<string, number>,
  scaleOf: (name: string) => number,
): SparseRows {
  const starts = new Uint32Array(items.length + 1);
  let columns = new Uint32Array(1 << 20);
  let values = new Float32Array(1 << 20);
  let size = 0;
  const row = new Map<number, number>();
  for (const [index, item] of items.entries()) {
    row.clear();
    describe(item, (name, value) => {
      const column = columnOf.get(name);
      if (column !== undefined) row.set(column, (row.get(column) ?? 0) + value * scaleOf(name));
    });
    if (size + row.size > columns.length) {
      columns = grown(columns, new Uint32Array(2 * columns.length));
      values = grown(values, new Float32Array(2 * values.length));
    }
    for (const [column, value] of row) {
      columns[size] = column;
      values[size] = value;
      size += 1;
    }
    starts[index + 1] = size;
  }
  return {
    rows: items.length,
    columnCount: columnOf.size,
    starts,
    columns: columns.subarray(0, size),
    values: values.subarray(0, size),
  };
}

/** Columns for the names that at least `minimum` of the items have. */
export function collectColumns<Item>(
  items: readonly Item[],
  describe: (item: Item, add: (name: string, value: number) => void) => void,
  minimum: number,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) {
    const names = new Set<string>();
    describe(item, (name) => names.add(name));
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const columns = new Map<string, number>();
  for (const [name, count] of counts) if (count >= minimum) columns.set(name, columns.size);
  return columns;
}

/** Row times weights. */
export function dotRow(matrix: SparseRows, row: number, weights: Float64Array): number {
  let sum = 0;
  const end = matrix.starts[row + 1]!;
  for (let at = matrix.starts[row]!; at < end; at += 1)
    sum += matrix.values[at]! * weights[matrix.columns[at]!]!;
  return sum;
}

/** target += factor · row. */
export function addRow(matrix: SparseRows, row: number, factor: number, target: Float64Array): void {
  const end = matrix.starts[row + 1]!;
  for (let at = matrix.starts[row]!; at < end; at += 1)
    target[matrix.columns[at]!]! += factor * matrix.values[at]!;
}

function grown<Values extends Uint32Array | Float32Array>(from: Values, to: Values): Values {
  to.set(from);
  return to;
}
