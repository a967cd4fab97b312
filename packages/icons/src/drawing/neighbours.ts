import { principalAxes } from './principal-axes';

/** The vector that a vector has the largest product with. */
export interface Neighbour {
  readonly index: number;
  /** Their product: of vectors of length 1 with mean 0, the correlation. */
  readonly correlation: number;
}

/** So many coordinates say of most vectors that they are too far. */
const axisCount = 12;
/** What rounding to 32 bits may do to a squared distance of vectors of length 1. */
const slack = 1e-5;

/**
 * Finds the nearest of many vectors of length 1, exactly and without looking at most of their numbers. With products above
 * `t`, squared distances are below 2 − 2t, and so is each part of their sum. Vectors are put in the order of their coordinate
 * on the first principal axis: a search goes from where a vector's own would stand in both directions, until that coordinate
 * alone is too far, and gives up a vector as soon as its coordinates on some axes are, then as soon as the sum is.
 *
 * @param vectors one behind the other; those that are all zeros are never found
 * @returns finds the vector with the largest product, if that is at least `least`; of several equal ones the first
 */
export function createNeighbours(
  vectors: Float32Array,
  length: number,
): (vector: Float32Array, least: number) => Neighbour | undefined {
  const axes = principalAxes(vectors, length, axisCount);
  const count = vectors.length / length;
  const coordinates = new Float32Array(count * axisCount);
  for (let index = 0; index < count; index++)
    project(vectors, index * length, axes, coordinates, index * axisCount);
  const order = Int32Array.from(
    [...new Array(count).keys()]
      .filter((index) => isSome(vectors, index * length, length))
      .sort((a, b) => coordinates[a * axisCount]! - coordinates[b * axisCount]! || a - b),
  );
  const heads = new Float32Array(order.length * axisCount);
  order.forEach((index, at) => {
    heads.set(coordinates.subarray(index * axisCount, (index + 1) * axisCount), at * axisCount);
  });
  const own = new Float32Array(axisCount);

  return (vector, least) => {
    if (!isSome(vector, 0, length)) return undefined;
    project(vector, 0, axes, own, 0);
    let most = 2 - 2 * least + slack;
    let best = -1;
    const [a, b, c, d] = [own[0]!, own[1]!, own[2]!, own[3]!];
    const start = firstAbove(heads, order.length, a);
    for (const step of [-1, 1]) {
      for (let at = step < 0 ? start - 1 : start; at >= 0 && at < order.length; at += step) {
        const head = at * axisCount;
        let sum = (a - heads[head]!) ** 2;
        if (sum > most) break;
        sum += (b - heads[head + 1]!) ** 2 + (c - heads[head + 2]!) ** 2 + (d - heads[head + 3]!) ** 2;
        if (sum > most) continue;
        for (let axis = 4; axis < axisCount; axis++) sum += (own[axis]! - heads[head + axis]!) ** 2;
        if (sum > most) continue;
        const index = order[at]!;
        const whole = squaredDistance(vector, vectors, index * length, length, most);
        if (whole > most || (whole === most && index > best)) continue;
        most = whole;
        best = index;
      }
    }
    if (best < 0) return undefined;
    let correlation = 0;
    for (let at = 0; at < length; at++) correlation += vector[at]! * vectors[best * length + at]!;
    return correlation >= least ? { index: best, correlation } : undefined;
  };
}

/** Coordinates of a vector on the axes. */
function project(
  vectors: Float32Array,
  from: number,
  axes: readonly Float64Array[],
  target: Float32Array,
  to: number,
): void {
  axes.forEach((axis, number) => {
    let sum = 0;
    for (let at = 0; at < axis.length; at++) sum += axis[at]! * vectors[from + at]!;
    target[to + number] = sum;
  });
}

/** The squared distance of two vectors, or a part of it that is larger than `most`. */
function squaredDistance(
  vector: Float32Array,
  vectors: Float32Array,
  from: number,
  length: number,
  most: number,
): number {
  let sum = 0;
  for (let at = 0; at < length && sum <= most; ) {
    for (const end = Math.min(at + 16, length); at < end; at++)
      sum += (vector[at]! - vectors[from + at]!) ** 2;
  }
  return sum;
}

function isSome(vectors: Float32Array, start: number, length: number): boolean {
  for (let at = start; at < start + length; at++) if (vectors[at] !== 0) return true;
  return false;
}

/** The first of the vectors, in their order, whose first coordinate is larger. */
function firstAbove(heads: Float32Array, count: number, value: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (heads[middle * axisCount]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
