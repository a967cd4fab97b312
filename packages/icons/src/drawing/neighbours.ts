/** The vector that a vector has the largest product with. */
export interface Neighbour {
  readonly index: number;
  /** Their product: of vectors of length 1 with mean 0, the correlation. */
  readonly correlation: number;
}

/** So many numbers of each vector lie together: mostly they are enough to see that it is too far. */
const headLength = 8;
/** What rounding to 32 bits may do to a squared distance of vectors of length 1. */
const slack = 1e-5;

/**
 * Finds the nearest of many vectors of length 1, exactly and without looking at most numbers. With products above `t`,
 * squared distances are below 2 − 2t, and so is each part of their sum. The numbers are put in the order of their variance,
 * the vectors in that of their first number: a search goes outwards from where a vector's own would stand, until the
 * first numbers alone are too far apart, and gives up each vector as soon as the sum is too large.
 *
 * @param vectors one behind the other; those that are all zeros are never found
 * @returns finds the vector with the largest product, if that is at least `least`; of several equal ones the first
 */
export function createNeighbours(
  vectors: Float32Array,
  length: number,
): (vector: Float32Array, least: number) => Neighbour | undefined {
  const numbers = byVariance(vectors, length);
  const lead = numbers[0]!;
  const order = [...new Array(vectors.length / length).keys()]
    .filter((index) => isSome(vectors, index * length, length))
    .sort((a, b) => vectors[a * length + lead]! - vectors[b * length + lead]! || a - b);
  const heads = new Float32Array(order.length * headLength);
  const tailLength = length - headLength;
  const tails = new Float32Array(order.length * tailLength);
  order.forEach((index, at) => {
    for (let n = 0; n < headLength; n++) heads[at * headLength + n] = vectors[index * length + numbers[n]!]!;
    for (let n = 0; n < tailLength; n++) {
      tails[at * tailLength + n] = vectors[index * length + numbers[headLength + n]!]!;
    }
  });
  const head = new Float32Array(headLength);
  const tail = new Float32Array(tailLength);

  /** The squared distance to a vector, or something larger than `most`. */
  const distance = (at: number, most: number): number => {
    let sum = 0;
    for (let n = 0, from = at * headLength; n < headLength; n++, from++)
      sum += (head[n]! - heads[from]!) ** 2;
    for (let n = 0, from = at * tailLength; n < tailLength && sum <= most; ) {
      for (const end = Math.min(n + 8, tailLength); n < end; n++, from++)
        sum += (tail[n]! - tails[from]!) ** 2;
    }
    return sum;
  };

  return (vector, least) => {
    if (!isSome(vector, 0, length)) return undefined;
    for (let n = 0; n < headLength; n++) head[n] = vector[numbers[n]!]!;
    for (let n = 0; n < tailLength; n++) tail[n] = vector[numbers[headLength + n]!]!;
    let most = 2 - 2 * least + slack;
    let best = -1;
    const look = (at: number) => {
      const sum = distance(at, most);
      if (sum > most || (sum === most && order[at]! > best)) return;
      most = sum;
      best = order[at]!;
    };
    const own = head[0]!;
    const isWithin = (at: number) =>
      at >= 0 && at < order.length && (own - heads[at * headLength]!) ** 2 <= most;
    let below = firstAbove(heads, headLength, order.length, own) - 1;
    let above = below + 1;
    while (isWithin(below) || isWithin(above)) {
      if (isWithin(below)) look(below--);
      if (isWithin(above)) look(above++);
    }
    if (best < 0) return undefined;
    let correlation = 0;
    for (let n = 0; n < length; n++) correlation += vector[n]! * vectors[best * length + n]!;
    return correlation >= least ? { index: best, correlation } : undefined;
  };
}

/** The places of a vector, the one that varies most first. */
function byVariance(vectors: Float32Array, length: number): readonly number[] {
  const [sums, squares] = [new Float64Array(length), new Float64Array(length)];
  for (let at = 0; at < vectors.length; at++) {
    sums[at % length]! += vectors[at]!;
    squares[at % length]! += vectors[at]! ** 2;
  }
  const count = Math.max(1, vectors.length / length);
  const variances = squares.map((square, n) => square / count - (sums[n]! / count) ** 2);
  return [...variances.keys()].sort((a, b) => variances[b]! - variances[a]! || a - b);
}

function isSome(vectors: Float32Array, start: number, length: number): boolean {
  for (let at = start; at < start + length; at++) if (vectors[at] !== 0) return true;
  return false;
}

/** The first of the vectors whose first number is larger. */
function firstAbove(heads: Float32Array, step: number, count: number, value: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (heads[middle * step]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
