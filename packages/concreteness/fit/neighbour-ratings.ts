import type { Nearest } from './nearest';
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
