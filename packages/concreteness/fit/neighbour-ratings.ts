import { forEachProductRow, transpose } from './matrix-product';
import { type Relation, type RelationName, relationNames } from './relations';

/** How many neighbours a mean is taken over, and the power of the cosine that weighs them. */
const nearestMeans = [
  { neighbours: 5, power: 4 },
  { neighbours: 15, power: 4 },
  { neighbours: 50, power: 8 },
] as const;
const meanCosineOf = 10;

export interface Neighbourhood {
  readonly relations: Readonly<Record<RelationName, Relation>>;
  readonly nearest: readonly Nearest[];
}

export interface NeighbourRatings {
  /** Mean rating in each relation, NaN without neighbours, [rows, relations]. */
  readonly means: Float32Array;
  /** Weight of the neighbours behind each mean, [rows, relations]. */
  readonly weights: Float32Array;
  /** Means over the nearest by embedding and their mean cosine, [rows, nearestColumns]. */
  readonly nearest: Float32Array;
}

export const relationColumns = relationNames.length;
export const nearestColumns = (lists: number) => lists * (nearestMeans.length + 1);

/**
 * Mean ratings of each row's neighbours. Only ratings that are given count (NaN: held out), and no word is its own
 * neighbour, so what a row gets never depends on its own rating.
 */
export function neighbourRatings(
  { relations, nearest }: Neighbourhood,
  rows: ArrayLike<number>,
  ratings: Float64Array,
): NeighbourRatings {
  const columns = nearestColumns(nearest.length);
  const result = {
    means: new Float32Array(rows.length * relationColumns),
    weights: new Float32Array(rows.length * relationColumns),
    nearest: new Float32Array(rows.length * columns),
  };
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    for (const [column, name] of relationNames.entries()) {
      const { mean, weight } = meanOfRelation(relations[name], row, ratings);
      result.means[index * relationColumns + column] = mean;
      result.weights[index * relationColumns + column] = weight;
    }
    for (const [list, ofList] of nearest.entries()) {
      const means = meansOfNearest(ofList, row, ratings);
      result.nearest.set(means, index * columns + list * means.length);
    }
  }
  return result;
}

function meanOfRelation({ starts, rated, weights }: Relation, row: number, ratings: Float64Array) {
  let sum = 0;
  let weight = 0;
  for (let at = starts[row]!; at < starts[row + 1]!; at += 1) {
    const rating = ratings[rated[at]!]!;
    if (Number.isNaN(rating)) continue;
    sum += weights[at]! * rating;
    weight += weights[at]!;
  }
  return { mean: sum / weight, weight };
}

function meansOfNearest({ count, rated, cosines }: Nearest, row: number, ratings: Float64Array): number[] {
  const sums = nearestMeans.map(() => 0);
  const weights = nearestMeans.map(() => 0);
  let cosineSum = 0;
  let known = 0;
  for (let at = row * count; at < (row + 1) * count; at += 1) {
    const rating = ratings[rated[at]!]!;
    if (Number.isNaN(rating)) continue;
    const cosine = Math.max(cosines[at]!, 0);
    if (known < meanCosineOf) cosineSum += cosine;
    for (const [index, { neighbours, power }] of nearestMeans.entries()) {
      if (known >= neighbours) continue;
      const weight = cosine ** power;
      sums[index]! += weight * rating;
      weights[index]! += weight;
    }
    known += 1;
  }
  return [...sums.map((sum, index) => sum / Math.max(weights[index]!, 1e-9)), cosineSum / meanCosineOf];
}

/** The rated words nearest to each word by cosine, nearest first: [words, count] indices and cosines. */
export interface Nearest {
  readonly count: number;
  readonly rated: Uint32Array;
  readonly cosines: Float32Array;
}

/**
 * @param vectors unit vectors of all words, [words, dimensions]
 * @param rows which of the words are rated: a word is never its own neighbour
 */
export function findNearest(
  vectors: Float32Array,
  rows: Uint32Array,
  dimensions: number,
  count: number,
): Nearest {
  const words = vectors.length / dimensions;
  const ofRated = new Float32Array(rows.length * dimensions);
  const indexOfRow = new Int32Array(words).fill(-1);
  for (const [index, row] of rows.entries()) {
    ofRated.set(vectors.subarray(row * dimensions, (row + 1) * dimensions), index * dimensions);
    indexOfRow[row] = index;
  }
  const rated = new Uint32Array(words * count);
  const cosines = new Float32Array(words * count).fill(-1);
  const shape = { inner: dimensions, columns: rows.length };
  forEachProductRow(vectors, transpose(ofRated, dimensions), shape, (row, products) => {
    const start = row * count;
    const last = start + count - 1;
    for (let index = 0; index < products.length; index += 1) {
      const cosine = products[index]!;
      if (cosine <= cosines[last]! || index === indexOfRow[row]) continue;
      let at = last;
      for (; at > start && cosines[at - 1]! < cosine; at -= 1) {
        cosines[at] = cosines[at - 1]!;
        rated[at] = rated[at - 1]!;
      }
      cosines[at] = cosine;
      rated[at] = index;
    }
  });
  return { count, rated, cosines };
}
