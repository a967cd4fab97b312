import { streamSeed } from '@slipform/kit/random/hash';
import { createRandom } from '@slipform/kit/random/random';
import { mean } from './mean';

/** What was seen of one word, or of two whose mean rating counts. */
export interface WordObservation {
  readonly words: readonly string[];
  readonly y: number;
  /** What is held fixed beside the group, such as length and log frequency. */
  readonly covariates: readonly number[];
  /** Observations are compared within a group, such as a set and a place. */
  readonly group: string;
}

export interface PermutedSlope {
  /** Change of y for each point of concreteness, all else held fixed. */
  readonly slope: number;
  /** How many standard deviations of the permuted slopes it lies from their mean. */
  readonly z: number;
  /** Two-sided: (permuted slopes at least as far from their mean + 1) / (permutations + 1). */
  readonly p: number;
  readonly words: number;
}

export interface PermutedSlopeOptions {
  readonly ratingOf: (word: string) => number;
  /** Ratings change places among words of like frequency: within bins of this. */
  readonly frequencyOf: (word: string) => number;
  readonly permutations?: number;
  readonly seed?: number;
}

/** Words a bin of frequency. */
const BIN = 50;

/**
 * The slope of y over the concreteness of words, by least squares within groups and with covariates held fixed; its chance by dealing
 * the ratings to other words of like frequency. The claim is about words, so words and not observations are what is drawn.
 */
export function permutedSlope(
  observations: readonly WordObservation[],
  { ratingOf, frequencyOf, permutations = 999, seed = 0 }: PermutedSlopeOptions,
): PermutedSlope {
  const words = [...new Set(observations.flatMap((each) => each.words))].sort(
    (a, b) => frequencyOf(a) - frequencyOf(b) || (a < b ? -1 : 1),
  );
  const numbers = new Map(words.map((word, number) => [word, number]));
  const own = observations.map((each) => each.words.map((word) => numbers.get(word)!));
  const ratings = words.map(ratingOf);
  const fixed = heldFixed(observations);
  const y = fixed(observations.map((each) => each.y));
  const slopeOf = (dealt: readonly number[]) => {
    const x = fixed(own.map((each) => mean(each.map((number) => dealt[number]!))));
    return dot(x, y) / dot(x, x);
  };
  const slope = slopeOf(ratings);
  const random = createRandom(streamSeed(seed, 'permuted ratings'));
  const inBins = bins(ratings);
  const slopes = Array.from({ length: permutations }, () => {
    return slopeOf(inBins.flatMap((bin) => random.shuffle([...bin])));
  });
  const centre = mean(slopes);
  const deviation = Math.sqrt(mean(slopes.map((each) => (each - centre) ** 2)));
  const far = slopes.filter((each) => Math.abs(each - centre) >= Math.abs(slope - centre)).length;
  return { slope, z: (slope - centre) / deviation, p: (far + 1) / (permutations + 1), words: words.length };
}

function bins(values: readonly number[]): number[][] {
  return Array.from({ length: Math.ceil(values.length / BIN) }, (_, bin) =>
    values.slice(bin * BIN, (bin + 1) * BIN),
  );
}

/** Takes off a column what groups and covariates say of it. */
function heldFixed(observations: readonly WordObservation[]): (column: readonly number[]) => Float64Array {
  const groups = new Map<string, number>();
  const groupOf = observations.map(({ group }) => {
    const number = groups.get(group) ?? groups.size;
    groups.set(group, number);
    return number;
  });
  const centred = (column: ArrayLike<number>): Float64Array => {
    const sums = new Float64Array(groups.size);
    const counts = new Float64Array(groups.size);
    for (const [row, group] of groupOf.entries()) {
      sums[group]! += column[row]!;
      counts[group]!++;
    }
    return Float64Array.from(groupOf, (group, row) => column[row]! - sums[group]! / counts[group]!);
  };
  // Gram–Schmidt: each covariate without what those before it say.
  const basis: Float64Array[] = [];
  const without = (column: Float64Array): Float64Array => {
    for (const each of basis) {
      const share = dot(each, column) / dot(each, each);
      for (let row = 0; row < column.length; row++) column[row]! -= share * each[row]!;
    }
    return column;
  };
  const width = observations[0]?.covariates.length ?? 0;
  for (let at = 0; at < width; at++) {
    const raw = centred(observations.map(({ covariates }) => covariates[at]!));
    const size = dot(raw, raw);
    const column = without(raw);
    if (dot(column, column) > 1e-9 * size) basis.push(column);
  }
  return (column) => without(centred(column));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < a.length; row++) sum += a[row]! * b[row]!;
  return sum;
}
