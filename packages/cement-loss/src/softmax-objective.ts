import {
  add,
  cast,
  concat,
  exp,
  less,
  log,
  maximum,
  mul,
  pad,
  reshape,
  type Scalar,
  slice,
  sub,
  sum,
  type Tensor,
  type Tensor2D,
  transpose,
} from '@tensorflow/tfjs-core';
import { logMass, type Mass, massOf, mergeMass, rowLogSumExp } from './log-sum-exp';
import type { Margin } from './margins/margin';
import { MASKED } from './mask';
import type { Objective, RowShares, Side } from './objective';
import { rowsOf } from './tiles';

/** A row's negatives by their gaps g = z_negative − z_positive, `[R, …]`. */
export interface NegativeGaps {
  /** ln Σ e^{power·g} over the easy negatives, `[R, 1]`, for each power that the row loss asks for. */
  readonly easy: readonly Tensor2D[];
  /** The own hard negatives, margin included, `[R, K]`. */
  readonly hard?: Tensor2D | undefined;
}

/** The losses of rows and where they push. */
interface RowOutcome {
  /** `[R, 1]` */
  readonly losses: Tensor2D;
  /** `[R, 1]`, −∂L/∂z of the positive. */
  readonly pull: Tensor2D;
  /** `[R, K]`, ∂L/∂z of the own hard negatives. */
  readonly hard?: Tensor2D | undefined;
  /** ∂L/∂z of an easy negative is Σ factor·e^{power·g + shift}, a term for each power; `shift` is `[R, 1]`. */
  readonly terms: ReadonlyArray<{ readonly factor: number; readonly shift: Tensor2D }>;
}

/** A loss that depends on a row's easy negatives through log-sum-exps only, so that they can be streamed. */
export interface RowLoss {
  readonly powers: readonly number[];
  readonly of: (gaps: NegativeGaps) => RowOutcome;
}

/**
 * The mean of a row loss over images and over texts, half of each. In a tile, the rows of images are whole; those of
 * texts are streamed down the tiles.
 */
export function softmaxObjective({ powers, of }: RowLoss, margin?: Margin): Objective {
  return ({ block, scale, positives, own, weights, eachTile }) => {
    const rows = positives.shape[0];
    const found = eachTile((easy) => {
      const square = easy.shape[1] === rows ? easy : slice(easy, [0, 0], [easy.shape[0], rows]);
      const columns = transpose(square) as Tensor2D;
      const masses = (z: Tensor2D) => powers.map((power) => massOf(raise(z, power)));
      return { image: masses(easy), text: masses(columns) };
    });
    const below = (pieces: Tensor2D[]): Tensor2D => concat(pieces, 0) as Tensor2D;
    const massesOf: Record<Side, (power: number) => Mass> = {
      image: (power) => {
        const pieces = found.map(({ image }) => image[power] as Mass);
        return { top: below(pieces.map(({ top }) => top)), total: below(pieces.map(({ total }) => total)) };
      },
      text: (power) => found.map(({ text }) => text[power] as Mass).reduce(mergeMass),
    };

    const inCosines = margin?.unit === 'cosine';
    const direction = (side: Side) => {
      const easy = powers.map((power, index) => logMass(massesOf[side](index), times(positives, power)));
      const seen = side === 'image' ? own : block.mirrored && own && mirror(own);
      if (!seen) return { easy, row: of({ easy }) };
      const gaps = sub<Tensor2D>(seen, positives);
      let bias = block.margins && times(block.margins, inCosines ? scale : 1);
      if (margin?.perRow) {
        bias = margin.perRow({ own: rowLogSumExp(gaps), others: easy[0] as Tensor2D });
        // Where no own hard negative is there, the margin that would give it a share lifts the mask itself.
        if (block.ownPresent) bias = mul<Tensor2D>(bias, block.ownPresent);
      }
      return { easy, row: of({ easy, hard: bias ? add<Tensor2D>(gaps, bias) : gaps }) };
    };
    const sides = { image: direction('image'), text: direction('text') };
    const half = mul(weights, 0.5);
    const both = (part: 'losses' | 'pull'): Tensor2D =>
      mul(add(sides.image.row[part], sides.text.row[part]), half);
    const weigh = (row: RowOutcome): Tensor2D | undefined => row.hard && mul<Tensor2D>(row.hard, half);
    const fromTexts = weigh(sides.text.row);
    let hard = weigh(sides.image.row);
    if (hard && fromTexts) hard = add<Tensor2D>(hard, mirror(fromTexts));

    // A weight is a factor of the gradient, so it goes into the exponent. The least is for rows that count nothing.
    const logHalf = log(maximum(half, 1e-30));
    const shifts = (side: Side): Tensor2D[] =>
      sides[side].row.terms.map(({ shift }, index) =>
        add(sub(shift, times(positives, powers[index] ?? 1)), logHalf),
      );
    const image = shifts('image');
    const text = shifts('text').map((shift) => reshape(shift, [1, rows]) as Tensor2D);

    const term = (z: Tensor2D, shift: Tensor2D, index: number): Tensor2D => {
      const size = exp(add<Tensor2D>(raise(z, powers[index] ?? 1), shift));
      return times(size, sides.image.row.terms[index]?.factor ?? 1);
    };
    const total = (terms: Tensor2D[]): Tensor2D => terms.reduce((a, b) => add(a, b));

    return {
      loss: sum(both('losses')),
      pull: both('pull'),
      hard,
      ...(inCosines && hard && block.margins && { marginPull: sum<Scalar>(mul(hard, block.margins)) }),
      remembered: [...image, ...text],
      grid: (easy, tile, recall, side) => {
        const fromImages = () => total(image.map((s, index) => term(easy, rowsOf(recall(s), tile), index)));
        if (side === 'image') return fromImages();
        const columns = easy.shape[1];
        const square = columns === rows ? easy : slice(easy, [0, 0], [tile.size, rows]);
        const fromTexts = total(text.map((s, index) => term(square, recall(s), index)));
        const wide =
          columns === rows
            ? fromTexts
            : pad(fromTexts, [
                [0, 0],
                [0, columns - rows],
              ]);
        return side ? wide : add<Tensor2D>(fromImages(), wide);
      },
      shares: (side): RowShares => {
        const { easy, row } = sides[side];
        const terms = row.terms.map(({ factor, shift }, index) =>
          times(exp(add<Tensor2D>(shift, easy[index] as Tensor2D)), factor),
        );
        return { pull: row.pull, hard: row.hard, easy: total(terms) };
      },
    };
  };
}

/** The exponents of e^{power·z}; for power 0 a logit that is masked stays so. */
export function raise(z: Tensor2D, power: number): Tensor2D {
  return power === 0 ? mul(cast(less(z, MASKED / 2), 'float32'), MASKED) : times(z, power);
}

/** Swaps the halves of `[R, 1]`: of the pairs and their partners. */
function mirror(x: Tensor2D): Tensor2D {
  const half = x.shape[0] / 2;
  return concat([slice(x, [half, 0], [half, 1]), slice(x, [0, 0], [half, 1])], 0) as Tensor2D;
}

function times(x: Tensor2D, by: number | Tensor): Tensor2D {
  return by === 1 ? x : mul(x, by);
}
