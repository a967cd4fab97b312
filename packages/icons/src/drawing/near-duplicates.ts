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
import { createNeighbours } from './neighbours';

export interface NearDuplicatesOptions {
  /**
   * Pictures that correlate less are not looked for, from −1 to 1; the lower it is, the longer the search takes. Default: .95.
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
 * `drawingFeatures`. The search is exact: it leaves out only what can't reach the threshold. Plain pictures, and those
 * that were skipped, are like none.
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
  const neighbours = createNeighbours(drawingFeatures(against, edge, 0), edge * edge);
  const total = wanted.length / (edge * edge);
  const nearest = new Int32Array(total).fill(-1);
  const correlations = new Float64Array(total).fill(Number.NaN);
  for (let index = 0; index < total; index++) {
    const found = neighbours(wanted.subarray(index * edge * edge, (index + 1) * edge * edge), threshold);
    if (found !== undefined) {
      nearest[index] = found.index;
      correlations[index] = found.correlation;
    }
    const done = index + 1;
    if (done % atOnce !== 0 && done !== total) continue;
    onProgress?.({ done, total });
    // The page, or what waits to abort the signal, has its turn.
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
  }
  return { nearest, correlations, duplicates: [...nearest.keys()].filter((index) => nearest[index]! >= 0) };
}
