import {
  add,
  concat,
  exp,
  log,
  maximum,
  mul,
  pad,
  reshape,
  slice,
  sub,
  sum,
  type Tensor2D,
  transpose,
} from '@tensorflow/tfjs-core';
import { MASKED } from '../blocks/mask';
import { rowsOf, type Tile } from '../blocks/tiles';
import { logAddExp, rowLogSumExp } from './log-sum-exp';
import type { Logits, Objective, RowShares, Side } from './objective';
import type { RowLoss } from './softmax-row';

/** Adds a margin to the gaps of own hard negatives, `[R, K]`; `others` is the log-sum-exp of the easy ones, `[R, 1]`. */
export type AddMargin = (gaps: Tensor2D, others: Tensor2D, logits: Logits) => Tensor2D;

type Direction = RowShares & { readonly losses: Tensor2D; readonly shifts: readonly Tensor2D[] };

/**
 * The mean of a row loss over images and over texts, half of each. In a tile, the rows of images are whole; those of
 * texts are streamed down the tiles.
 */
export function softmaxObjective({ exponents, of, combine }: RowLoss, addMargin?: AddMargin): Objective {
  return (logits) => {
    const { block, positives, own, weights, eachTile } = logits;
    const rows = positives.shape[0];
    const found = eachTile((easy, tile) => {
      // Texts beyond the positives' have no row of their own.
      const square = easy.shape[1] === rows ? easy : slice(easy, [0, 0], [-1, rows]);
      const columns = transpose(square) as Tensor2D;
      return exponents.map((exponent) => ({
        image: rowLogSumExp(exponent(easy), exponent(rowsOf(positives, tile))),
        text: rowLogSumExp(exponent(columns), exponent(positives)),
      }));
    });
    const massesOf: Record<Side, (index: number) => Tensor2D> = {
      image: (index) =>
        concat(
          found.map((masses) => masses[index]?.image as Tensor2D),
          0,
        ),
      text: (index) => found.map((masses) => masses[index]?.text as Tensor2D).reduce(logAddExp),
    };
    const direction = (side: Side, seen: Tensor2D | undefined): Direction => {
      const easy = exponents.map((_, index) => massesOf[side](index));
      let gaps = seen && sub<Tensor2D>(seen, positives);
      if (gaps && addMargin) gaps = addMargin(gaps, easy[0] as Tensor2D, logits);
      const raised = exponents.map((exponent) => gaps && exponent(gaps));
      const masses = easy.map((mass, index) => {
        const hard = raised[index];
        return hard ? logAddExp(mass, rowLogSumExp(hard)) : mass;
      });
      const { losses, shifts } = of(masses);
      const push = (powers: ReadonlyArray<Tensor2D | undefined>): Tensor2D =>
        combine(shifts.map((shift, index) => exp(add<Tensor2D>(powers[index] as Tensor2D, shift))));
      return { losses, shifts, pull: push(masses), hard: gaps && push(raised), easy: () => push(easy) };
    };
    const sides = { image: direction('image', own), text: direction('text', own && block.mirror?.(own)) };
    const half = mul<Tensor2D>(weights, 0.5);
    const both = (part: 'losses' | 'pull'): Tensor2D => mul(add(sides.image[part], sides.text[part]), half);
    const { hard } = sides.image;
    const fromTexts = sides.text.hard && block.mirror?.(sides.text.hard);
    const allHard = hard && fromTexts ? add<Tensor2D>(hard, fromTexts) : hard;

    // A weight is a factor of the gradient, so it goes into the exponent. The least is for rows that count nothing.
    const logHalf = log(maximum(half, 1e-30));
    const gridOf = (easy: Tensor2D, tile: Tile, side: Side): Tensor2D =>
      combine(
        sides[side].shifts.map((shift, index) => {
          const exponent = exponents[index] as (z: Tensor2D) => Tensor2D;
          const ofRows = add<Tensor2D>(sub(shift, exponent(positives)), logHalf);
          const beside =
            side === 'image'
              ? rowsOf(ofRows, tile)
              : pad(
                  reshape(ofRows, [1, rows]),
                  [
                    [0, 0],
                    [0, easy.shape[1] - rows],
                  ],
                  MASKED,
                );
          return exp(add<Tensor2D>(exponent(easy), beside));
        }),
      );
    return {
      loss: sum(both('losses')),
      pull: both('pull'),
      hard: allHard && mul<Tensor2D>(allHard, half),
      grid: (easy, tile, side) =>
        side ? gridOf(easy, tile, side) : add(gridOf(easy, tile, 'image'), gridOf(easy, tile, 'text')),
      shares: (side) => sides[side],
    };
  };
}
