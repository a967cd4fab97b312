import { refuse } from '@slipform/kit/errors/input-error';
import { drawingFeatures } from './drawing-features';
import type { Drawings } from './drawings';

/** Pictures are compared in cells of this many to an edge. */
const edge = 32;
const blurs = 2;

/**
 * How much one picture differs from another: 1 − r, where r is the correlation of their greys at 32 × 32 after the blur
 * (1 4 6 4 1) / 16 in both directions; see `drawingFeatures`. 0 for equal pictures, 1 for unrelated ones, at most 2. A plain
 * picture is unrelated to all.
 *
 * @param drawings pictures of any size; smaller ones than 32 × 32 say less
 * @param pairs indices of the two pictures, counted from 0
 * @throws {InputError} for an index that no picture has
 *
 * @example
 * const [change] = visualChanges(drawings, [[0, 1]]);
 */
export function visualChanges(
  drawings: Drawings,
  pairs: readonly (readonly [number, number])[],
): Float64Array {
  const length = edge * edge;
  const features = drawingFeatures(drawings, edge, blurs);
  const count = features.length / length;
  return Float64Array.from(pairs, (pair) => {
    for (const index of pair) {
      if (Number.isInteger(index) && index >= 0 && index < count) continue;
      refuse(
        'visualChanges',
        'pairs',
        `must hold indices of the ${count} pictures, counted from 0`,
        index,
        'draw both icons first',
      );
    }
    const [a, b] = [pair[0] * length, pair[1] * length];
    let correlation = 0;
    for (let at = 0; at < length; at++) correlation += features[a + at]! * features[b + at]!;
    return 1 - correlation;
  });
}
