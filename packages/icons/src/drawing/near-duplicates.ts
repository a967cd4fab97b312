import {
  abortSignal,
  callback,
  defineOptions,
  number,
  optional,
  type RowsFor,
} from '@slipform/kit/options/options';
import { drawingFeatures } from './drawing-features';
import type { Drawings } from './drawings';

export interface NearDuplicatesOptions {
  /**
   * Pictures that correlate less are not looked for, from −1 to 1. Default: .95.
   */
  readonly threshold?: number;
  /** Stops the work; its reason is thrown. */
  readonly signal?: AbortSignal;
  /** Gets how many pictures are compared. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
}

/** For each picture the one of the others that it is most like. */
export interface NearDuplicates {
  /** Index of the other picture, the first of several that are as like; −1 where no one reaches the threshold. */
  readonly nearest: Int32Array;
  /** Correlation with it, −1 to 1; NaN where no one reaches the threshold. */
  readonly correlations: Float64Array;
  /** Indices of the pictures that have one, in order. */
  readonly duplicates: readonly number[];
}

const table = defineOptions('nearDuplicates', {
  threshold: optional(number({ min: -1, max: 1 }), 0.95),
  signal: optional(abortSignal()),
  onProgress: optional(callback<(progress: { readonly done: number; readonly total: number }) => void>()),
} satisfies RowsFor<NearDuplicatesOptions>);

/** Pictures are compared in cells of this many to an edge. */
const edge = 16;
const atOnce = 256;

/**
 * Finds pictures that are nearly the same as one of `against`, such as drawings of held-out artists that stand in the
 * training set too. Two pictures are compared by the correlation of their greys at 16 × 16, each the mean of its area; see
 * `drawingFeatures`. Plain pictures, and those that were skipped, are like none.
 *
 * @param drawings pictures of any size
 * @param against pictures of any size, mostly of a training set
 *
 * @example
 * const { duplicates } = await nearDuplicates(test, train, { threshold: 0.95 });
 */
export async function nearDuplicates(
  drawings: Drawings,
  against: Drawings,
  options: NearDuplicatesOptions = {},
): Promise<NearDuplicates> {
  const { threshold, signal, onProgress } = table.read(options);
  signal?.throwIfAborted();
  const wanted = drawingFeatures(drawings, edge, 0);
  const others = drawingFeatures(against, edge, 0);
  const total = wanted.length / (edge * edge);
  const nearest = new Int32Array(total).fill(-1);
  const correlations = new Float64Array(total).fill(Number.NaN);
  for (let index = 0; index < total; index++) {
    const found = nearestOf(
      wanted.subarray(index * edge * edge, (index + 1) * edge * edge),
      others,
      threshold,
    );
    if (found !== undefined) [nearest[index], correlations[index]] = found;
    const done = index + 1;
    if (done % atOnce !== 0 && done !== total) continue;
    onProgress?.({ done, total });
    // The page, or what waits to abort the signal, has its turn.
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
  }
  return { nearest, correlations, duplicates: [...nearest.keys()].filter((index) => nearest[index]! >= 0) };
}

/** The first of the vectors with the largest product, if that is at least `least`; those that are all zeros are like none. */
function nearestOf(
  vector: Float32Array,
  others: Float32Array,
  least: number,
): readonly [index: number, correlation: number] | undefined {
  if (!isSome(vector, 0)) return undefined;
  let best = -1;
  let most = least;
  for (let start = 0; start < others.length; start += vector.length) {
    let sum = 0;
    for (let at = 0; at < vector.length; at++) sum += vector[at]! * others[start + at]!;
    if (sum < most || (sum === most && best >= 0) || !isSome(others, start)) continue;
    [best, most] = [start / vector.length, sum];
  }
  return best < 0 ? undefined : [best, most];
}

/** Whether a vector of so many numbers from here on is not all zeros. */
function isSome(vectors: Float32Array, start: number): boolean {
  for (let at = start; at < start + edge * edge; at++) if (vectors[at] !== 0) return true;
  return false;
}
