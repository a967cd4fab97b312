import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

export interface BoostOptions {
  readonly trees: number;
  readonly learningRate: number;
  readonly leaves: number;
  readonly smallestLeaf: number;
  /** λ added to the count of a leaf: shrinks what small leaves say. */
  readonly penalty: number;
  /** Share of the columns that each tree may ask. */
  readonly columnShare: number;
}

/** Values as bins, column by column: bins[column · rows + row]; bin 0 is for NaN. */
export interface Binned {
  readonly rows: number;
  readonly columns: number;
  readonly bins: Uint8Array;
}

const binCount = 256;

interface Split {
  readonly column: number;
  /** Bins up to this one go to the left. */
  readonly bin: number;
  readonly gain: number;
}

interface Histogram {
  readonly sums: Float64Array;
  readonly counts: Int32Array;
}

interface Leaf {
  readonly rows: Int32Array;
  readonly node: number;
  readonly sum: number;
  readonly histogram: Histogram;
  readonly split: Split | undefined;
}

/** Nodes of one tree; a leaf has column -1 and its value. */
interface Tree {
  readonly columns: number[];
  readonly bins: number[];
  readonly left: number[];
  readonly right: number[];
  readonly values: number[];
}

/** Bins by the quantiles of the training rows, [rows, columns] in, at most 255 bins and one for NaN. */
export function binValues(values: Float32Array, columns: number, trainingRows: ArrayLike<number>): Binned {
  const rows = values.length / columns;
  const bins = new Uint8Array(values.length);
  for (let column = 0; column < columns; column += 1) {
    const sample = Float32Array.from(trainingRows, (row) => values[row * columns + column]!)
      .filter((value) => !Number.isNaN(value))
      .sort();
    const edges = [
      ...new Set(
        Array.from(
          { length: binCount - 2 },
          (_, index) => sample[Math.floor(((index + 1) * sample.length) / (binCount - 1))] ?? 0,
        ),
      ),
    ];
    for (let row = 0; row < rows; row += 1) {
      const value = values[row * columns + column]!;
      bins[column * rows + row] = Number.isNaN(value) ? 0 : 1 + edgesBelow(edges, value);
    }
  }
  return { rows, columns, bins };
}

/** How many of the sorted edges are less than or equal to the value. */
function edgesBelow(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Gradient boosting of regression trees on the squared error (Friedman 2001), trees grown leaf by leaf on
 * histograms (as LightGBM, Ke et al. 2017). Fits `targets[index]` of the row `trainingRows[index]` and returns the
 * predictions for all rows.
 */
export function boostTrees(
  binned: Binned,
  trainingRows: Int32Array,
  targets: Float64Array,
  options: BoostOptions,
  random: RandomGenerator,
): Float64Array {
  const mean = targets.reduce((sum, target) => sum + target, 0) / targets.length;
  const predictions = new Float64Array(binned.rows).fill(mean);
  const residuals = new Float64Array(binned.rows);
  const chosen = Math.max(1, Math.round(options.columnShare * binned.columns));
  for (let count = 0; count < options.trees; count += 1) {
    for (const [index, row] of trainingRows.entries()) residuals[row] = targets[index]! - predictions[row]!;
    const tree = growTree(
      binned,
      trainingRows,
      residuals,
      chooseColumns(binned.columns, chosen, random),
      options,
    );
    for (let row = 0; row < binned.rows; row += 1) {
      predictions[row]! += options.learningRate * predictTree(tree, binned, row);
    }
  }
  return predictions;
}

function chooseColumns(columns: number, chosen: number, random: RandomGenerator): number[] {
  const all = Array.from({ length: columns }, (_, column) => column);
  for (let at = 0; at < chosen; at += 1) {
    const other = uniformInt(random, at, columns - 1);
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
  return all.slice(0, chosen);
}

function growTree(
  binned: Binned,
  rows: Int32Array,
  residuals: Float64Array,
  columns: readonly number[],
  options: BoostOptions,
): Tree {
  const tree: Tree = { columns: [], bins: [], left: [], right: [], values: [] };
  const addLeaf = (ofLeaf: Int32Array, histogram: Histogram): Leaf => {
    let sum = 0;
    for (const row of ofLeaf) sum += residuals[row]!;
    const node = tree.columns.length;
    tree.columns.push(-1);
    tree.bins.push(0);
    tree.left.push(0);
    tree.right.push(0);
    tree.values.push(sum / (ofLeaf.length + options.penalty));
    const split = findSplit(histogram, columns, ofLeaf.length, sum, options);
    return { rows: ofLeaf, node, sum, histogram, split };
  };
  const leaves = [addLeaf(rows, countHistogram(binned, rows, residuals, columns))];
  while (leaves.length < options.leaves) {
    let best = -1;
    for (const [index, { split }] of leaves.entries()) {
      if (split && (best === -1 || split.gain > leaves[best]!.split!.gain)) best = index;
    }
    if (best === -1) break;
    const { rows: ofParent, node, split, histogram } = leaves[best]!;
    const [leftRows, rightRows] = partition(binned, ofParent, split!);
    const leftIsSmaller = leftRows.length <= rightRows.length;
    const smaller = countHistogram(binned, leftIsSmaller ? leftRows : rightRows, residuals, columns);
    // The larger child is what its sibling leaves over.
    subtract(histogram, smaller);
    const left = addLeaf(leftRows, leftIsSmaller ? smaller : histogram);
    const right = addLeaf(rightRows, leftIsSmaller ? histogram : smaller);
    tree.columns[node] = split!.column;
    tree.bins[node] = split!.bin;
    tree.left[node] = left.node;
    tree.right[node] = right.node;
    leaves[best] = left;
    leaves.push(right);
  }
  return tree;
}

function countHistogram(
  { bins, rows: allRows }: Binned,
  rows: Int32Array,
  residuals: Float64Array,
  columns: readonly number[],
): Histogram {
  const sums = new Float64Array(columns.length * binCount);
  const counts = new Int32Array(columns.length * binCount);
  for (let index = 0; index < columns.length; index += 1) {
    const ofColumn = columns[index]! * allRows;
    const start = index * binCount;
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at]!;
      const bin = start + bins[ofColumn + row]!;
      sums[bin]! += residuals[row]!;
      counts[bin]! += 1;
    }
  }
  return { sums, counts };
}

function subtract(from: Histogram, other: Histogram): void {
  for (let at = 0; at < from.sums.length; at += 1) {
    from.sums[at]! -= other.sums[at]!;
    from.counts[at]! -= other.counts[at]!;
  }
}

function findSplit(
  { sums, counts }: Histogram,
  columns: readonly number[],
  count: number,
  sum: number,
  { smallestLeaf, penalty }: BoostOptions,
): Split | undefined {
  if (count < 2 * smallestLeaf) return undefined;
  const whole = (sum * sum) / (count + penalty);
  let best: Split | undefined;
  let bestGain = 1e-9;
  for (let index = 0; index < columns.length; index += 1) {
    let leftSum = 0;
    let leftCount = 0;
    for (let bin = 0; bin < binCount - 1; bin += 1) {
      const at = index * binCount + bin;
      if (counts[at] === 0) continue;
      leftSum += sums[at]!;
      leftCount += counts[at]!;
      if (leftCount < smallestLeaf) continue;
      if (count - leftCount < smallestLeaf) break;
      const rightSum = sum - leftSum;
      const gain =
        (leftSum * leftSum) / (leftCount + penalty) +
        (rightSum * rightSum) / (count - leftCount + penalty) -
        whole;
      if (gain <= bestGain) continue;
      bestGain = gain;
      best = { column: columns[index]!, bin, gain };
    }
  }
  return best;
}

function partition({ bins, rows: allRows }: Binned, rows: Int32Array, { column, bin }: Split) {
  const left = new Int32Array(rows.length);
  const right = new Int32Array(rows.length);
  let lefts = 0;
  let rights = 0;
  for (const row of rows) {
    if (bins[column * allRows + row]! <= bin) left[lefts++] = row;
    else right[rights++] = row;
  }
  return [left.slice(0, lefts), right.slice(0, rights)] as const;
}

function predictTree(tree: Tree, { bins, rows }: Binned, row: number): number {
  let node = 0;
  for (let column = tree.columns[0]!; column !== -1; column = tree.columns[node]!) {
    node = bins[column * rows + row]! <= tree.bins[node]! ? tree.left[node]! : tree.right[node]!;
  }
  return tree.values[node]!;
}
