import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { type BoostOptions, binValues, boostTrees } from './boosted-trees';
import { dealFolds } from './deal-folds';
import { dimensions } from './inputs';
import { fitKernelMachine, type KernelOptions } from './kernel-machine';
import {
  type Neighbourhood,
  type NeighbourRatings,
  nearestColumns,
  neighbourRatings,
  relationColumns,
} from './neighbour-ratings';
import { fitRidge } from './ridge';
import { dotRow, type SparseRows } from './sparse-rows';
import { factColumns, numberColumns, type WordVectors } from './word-vectors';

/** All that the models read, one row a word. */
export interface WordData {
  readonly matrix: SparseRows;
  readonly vectors: WordVectors;
  readonly facts: Float32Array;
  readonly neighbourhood: Neighbourhood;
  /** Row of each rated word. */
  readonly ratedRows: Uint32Array;
  /** Its rating, minus the middle of the scale. */
  readonly ratings: Float64Array;
}

export interface StackOptions {
  readonly ridge: { readonly penalty: number; readonly iterations: number; readonly tolerance: number };
  readonly innerFolds: number;
  readonly trees: BoostOptions;
  readonly kernel: KernelOptions;
  /** Weight of the kernel machine beside the trees. */
  readonly kernelShare: number;
}

/** What each stage makes of the target rows, on the scale of `ratings`. */
export interface StackEstimates {
  readonly ridge: Float64Array;
  readonly trees: Float64Array;
  readonly kernel: Float64Array;
  readonly stack: Float64Array;
}

/** Scales of the kernel's inputs: they say how far a difference in each moves two words apart. */
const kernelScales = { own: 1, gloss: 0.6, mates: 0.8, numbers: 0.3, files: 0.5 } as const;

/**
 * Fits ridge regression, boosted trees and a kernel machine to some of the rated words and estimates other words.
 *
 * Trees and kernel read what ridge regression says, for the words in training by inner folds, so that they learn how
 * far to trust it on words it has not seen, and the ratings of each word's neighbours, of which `neighbourRatings`
 * counts only those in training and never the word's own.
 *
 * @param training indices into the rated words
 * @param targets rows to estimate; they must not be in training
 */
export function fitStack(
  data: WordData,
  training: Int32Array,
  targets: Int32Array,
  options: StackOptions,
  random: RandomGenerator,
): StackEstimates {
  const trainingRows = Int32Array.from(training, (index) => data.ratedRows[index]!);
  const trainingRatings = Float64Array.from(training, (index) => data.ratings[index]!);
  const rows = Int32Array.from([...trainingRows, ...targets]);
  const ridge = ridgeEstimates(data, training, targets, options, random);

  const given = new Float64Array(data.ratings.length).fill(Number.NaN);
  for (const index of training) given[index] = data.ratings[index]!;
  const neighbours = neighbourRatings(data.neighbourhood, rows, given);

  const first = Int32Array.from({ length: training.length }, (_, index) => index);
  const boosted = treeInputs(data, rows, ridge, neighbours);
  const trees = boostTrees(
    binValues(boosted.values, boosted.columns, first),
    first,
    trainingRatings,
    options.trees,
    random,
  );
  const inputs = kernelInputs(data, rows, ridge, neighbours, training.length);
  const kernel = fitKernelMachine(
    inputs.values,
    inputs.columns,
    first,
    trainingRatings,
    options.kernel,
    random,
  );
  const ofTargets = (values: Float64Array) => values.subarray(training.length);
  const share = options.kernelShare;
  return {
    ridge: ofTargets(ridge),
    trees: ofTargets(trees),
    kernel: ofTargets(kernel),
    stack: ofTargets(trees.map((value, index) => (1 - share) * value + share * kernel[index]!)),
  };
}

/** By inner folds for the words in training, then by all of these for the targets. */
function ridgeEstimates(
  { matrix, ratedRows, ratings }: WordData,
  training: Int32Array,
  targets: Int32Array,
  { ridge, innerFolds }: StackOptions,
  random: RandomGenerator,
): Float64Array {
  const byRow = new Float64Array(matrix.rows);
  for (const [index, row] of ratedRows.entries()) byRow[row] = ratings[index]!;
  const rowsOf = (indices: Int32Array) => Int32Array.from(indices, (index) => ratedRows[index]!);
  const estimates = new Float64Array(training.length + targets.length);
  const foldOf = dealFolds(training.length, innerFolds, random);
  for (let fold = 0; fold < innerFolds; fold += 1) {
    const weights = fitRidge(
      matrix,
      byRow,
      rowsOf(training.filter((_, index) => foldOf[index] !== fold)),
      ridge,
    );
    for (const [index, rated] of training.entries()) {
      if (foldOf[index] === fold) estimates[index] = dotRow(matrix, ratedRows[rated]!, weights);
    }
  }
  const weights = fitRidge(matrix, byRow, rowsOf(training), ridge);
  for (const [index, row] of targets.entries()) {
    estimates[training.length + index] = dotRow(matrix, row, weights);
  }
  return estimates;
}

function treeInputs(
  { facts, vectors, neighbourhood }: WordData,
  rows: Int32Array,
  ridge: Float64Array,
  neighbours: NeighbourRatings,
) {
  const ofNearest = nearestColumns(neighbourhood.nearest.length);
  const columns = 1 + factColumns + dimensions + 2 * relationColumns + ofNearest;
  const values = new Float32Array(rows.length * columns);
  for (const [index, row] of rows.entries()) {
    let at = index * columns;
    const append = (source: Float32Array, from: number, length: number) => {
      values.set(source.subarray(from * length, (from + 1) * length), at);
      at += length;
    };
    values[at++] = ridge[index]!;
    append(facts, row, factColumns);
    append(vectors.own, row, dimensions);
    append(neighbours.means, index, relationColumns);
    append(neighbours.weights, index, relationColumns);
    append(neighbours.nearest, index, ofNearest);
  }
  return { values, columns };
}

/** A neighbourhood without a rating says what ridge regression says, one with few is drawn to it. */
function kernelInputs(
  { facts, vectors, neighbourhood }: WordData,
  rows: Int32Array,
  ridge: Float64Array,
  neighbours: NeighbourRatings,
  trainingCount: number,
) {
  const ofNearest = nearestColumns(neighbourhood.nearest.length);
  const numbers = 1 + relationColumns + ofNearest + numberColumns;
  const files = factColumns - numberColumns;
  const columns = numbers + 3 * dimensions + files;
  const values = new Float32Array(rows.length * columns);
  for (const [index, row] of rows.entries()) {
    let at = index * columns;
    values[at++] = ridge[index]!;
    for (let relation = 0; relation < relationColumns; relation += 1) {
      const weight = neighbours.weights[index * relationColumns + relation]!;
      const mean = weight > 0 ? neighbours.means[index * relationColumns + relation]! : 0;
      values[at++] = (weight * mean + ridge[index]!) / (weight + 1);
    }
    for (let column = 0; column < ofNearest; column += 1) {
      values[at++] = neighbours.nearest[index * ofNearest + column]!;
    }
    for (let column = 0; column < numberColumns; column += 1) {
      values[at++] = facts[row * factColumns + column]!;
    }
    for (const name of ['own', 'gloss', 'mates'] as const) {
      for (let axis = 0; axis < dimensions; axis += 1) {
        values[at++] = kernelScales[name] * vectors[name][row * dimensions + axis]!;
      }
    }
    for (let file = 0; file < files; file += 1) {
      values[at++] = kernelScales.files * Math.sqrt(facts[row * factColumns + numberColumns + file]!);
    }
  }
  standardise(values, columns, numbers, trainingCount);
  return { values, columns };
}

/** Mean 0 and standard deviation `kernelScales.numbers` over the training rows, in the first `numbers` columns. */
function standardise(values: Float32Array, columns: number, numbers: number, trainingCount: number): void {
  for (let column = 0; column < numbers; column += 1) {
    let sum = 0;
    let squares = 0;
    for (let row = 0; row < trainingCount; row += 1) {
      sum += values[row * columns + column]!;
      squares += values[row * columns + column]! ** 2;
    }
    const mean = sum / trainingCount;
    const deviation = Math.sqrt(Math.max(0, squares / trainingCount - mean * mean)) + 1e-6;
    for (let at = column; at < values.length; at += columns) {
      values[at] = (kernelScales.numbers * (values[at]! - mean)) / deviation;
    }
  }
}
