import {
  clipByValue,
  div,
  mul,
  relu,
  reshape,
  sub,
  sum,
  type Tensor2D,
  tensor2d,
  zeros,
} from '@tensorflow/tfjs-core';
import { checkChoice } from '../options/check-choice';
import { checkFinite, isNumber } from '../options/check-number';
import { readOptions } from '../options/read-options';
import { describe, reading, refuse } from '../options/refuse';
import { decreasingFit } from './isotonic';
import type { Margin, MarginUnit } from './margin';

/** One hard negative of a pair that the model was not trained on. */
export interface MarginSample {
  /** Concreteness of the changed word, 1 to 5. */
  readonly concreteness: number;
  /** s, the cosine similarity of the image and the hard-negative caption. */
  readonly similarity: number;
}

export interface FittedMarginOptions {
  /** c_ref, the concreteness whose margin is 0, 1 to 5. Default 1. */
  readonly reference?: number | undefined;
  /** What it is added to. Default `'cosine'`, the unit of the samples. */
  readonly unit?: MarginUnit | undefined;
  /** The margin is multiplied by it. Default 1; in logits, 1/τ of the model that the samples are from. */
  readonly factor?: number | undefined;
}

/**
 * A margin from data: m(c) = factor · max(0, ŝ(c_ref) − ŝ(c)), where ŝ is the isotonic (never rising) fit of the
 * similarity of an image and its hard-negative caption against the concreteness of the changed word. Where concrete
 * changes are seen and abstract ones are not, it gives back to a hard negative what the model already took from it.
 * Straight lines between the points of the fit, constant beyond them.
 *
 * ```js
 * const margin = fittedMargin(heldOut.map(({ rating, cosine }) => ({ concreteness: rating, similarity: cosine })));
 * ```
 *
 * @throws when there is no sample, or one is not a rating from 1 to 5 with a finite similarity.
 * @source this package; the curve is the figure of "Concrete Jungle" (arXiv 2604.13313)
 */
export function fittedMargin(samples: readonly MarginSample[], options: FittedMarginOptions = {}): Margin {
  const op = 'fittedMargin';
  const read = readOptions(op, options, { reference: '', unit: '', factor: '' });
  const { reference = 1, unit = 'cosine', factor = 1 } = read;
  checkChoice(op, 'unit', unit, 'logit', 'cosine');
  checkFinite(op, 'factor', factor);
  const rated = (c: unknown): c is number => isNumber(c) && c >= 1 && c <= 5;
  if (!rated(reference)) refuse(op, 'reference', 'lie in [1, 5]', reference);
  const points = reading(op, 'samples', () => {
    if (!Array.isArray(samples) || samples.length === 0) {
      refuse(op, 'samples', 'be an array of at least one { concreteness, similarity }', samples);
    }
    return Array.from(samples as ReadonlyArray<MarginSample | undefined>, (sample, index) => {
      const { concreteness: x, similarity: y } = sample ?? {};
      if (!rated(x) || !isNumber(y)) {
        const rule = 'have a concreteness in [1, 5] and a finite similarity';
        refuse(op, 'samples', rule, x, ` and ${describe(y)} at ${index}`);
      }
      return { x, y };
    });
  });
  const curve = decreasingFit(points);
  // How far ŝ has fallen at c: Σ over its straight pieces of fall · (share of the piece that lies below c).
  const pieces = curve.slice(1).flatMap((right, index) => {
    const left = curve[index] ?? right;
    return right.y === left.y ? [] : [{ start: left.x, width: right.x - left.x, fall: left.y - right.y }];
  });
  const fallenBefore = pieces.reduce(
    (total, { start, width, fall }) => total + fall * Math.min(Math.max((reference - start) / width, 0), 1),
    0,
  );
  return {
    name: 'fitted',
    unit,
    needsConcreteness: true,
    perNegative: ({ concreteness, shape }) => {
      if (!concreteness) throw new Error('fittedMargin: concreteness is not in the batch.');
      if (pieces.length === 0) return zeros([...shape]) as Tensor2D;
      const row = (of: (piece: (typeof pieces)[number]) => number): Tensor2D => tensor2d([pieces.map(of)]);
      const past = sub(
        reshape(concreteness, [-1, 1]),
        row((piece) => piece.start),
      );
      const below = clipByValue(
        div(
          past,
          row((piece) => piece.width),
        ),
        0,
        1,
      );
      const fallen = sum(
        mul(
          below,
          row((piece) => piece.fall),
        ),
        1,
      );
      return mul<Tensor2D>(reshape(relu(sub(fallen, fallenBefore)), [...shape]), factor);
    },
  };
}
