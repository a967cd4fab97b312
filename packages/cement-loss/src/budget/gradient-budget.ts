import {
  add,
  concat,
  dispose,
  div,
  keep,
  matMul,
  mul,
  ones,
  onesLike,
  pad,
  reshape,
  type Scalar,
  slice,
  sqrt,
  square,
  sum,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  tidy,
  transpose,
  zerosLike,
} from '@tensorflow/tfjs-core';
import type { ContrastiveBatch } from '../batch/batch';
import { stackRows } from '../batch/embeddings';
import { entryOf, readPairs } from '../batch/read-batch';
import { type BlockState, positivesOf } from '../gradients/compute-block';
import { contrastiveLoss, type ForwardState, watch } from '../gradients/contrastive-loss';
import { unitRowsGradient } from '../gradients/unit-rows';
import { pairsLayout } from '../layouts/pairs';
import type { CeClipOptions } from '../losses/ce-clip-loss';
import { type CementOptions, cementOptions, defineCement } from '../losses/cement-definition';
import type { HnNceOptions } from '../losses/hn-nce-loss';
import type { SigLipOptions } from '../losses/sig-lip-loss';
import type { Side } from '../objectives/objective';
import { checkChoice } from '../options/check-choice';
import { checkObject, readOptions } from '../options/read-options';
import { reading, refuse } from '../options/refuse';

/**
 * How hard one direction of a loss pulls and pushes, for each row of logits: sums over a row's negatives of a kind.
 * All are ≥ 0, but for `hnNceLoss`, whose weights carry gradients, so that a mild negative may be pulled a little.
 */
export type DirectionBudget = {
  /** The positive's part, `[rows]`; of |∂L/∂s| it is (p_H + p_E)/τ for the losses that are softmaxes. */
  readonly pull: Tensor1D;
  /** That of the pair's own hard negatives together: p_H/τ, `[rows]`. */
  readonly hard: Tensor1D;
  /** That of all other negatives together: p_E/τ, `[rows]`. */
  readonly easy: Tensor1D;
};

export type GradientBudget = {
  readonly imageToText: DirectionBudget;
  readonly textToImage: DirectionBudget;
};

/** The options of any loss of this package; the loss that is asked refuses those that it does not know. */
type LossOptions = CementOptions & CeClipOptions & HnNceOptions & SigLipOptions;

export interface GradientBudgetOptions extends LossOptions {
  /**
   * The loss that is asked about, called with the batch and the other options: any of this package, or a function that
   * calls one of them once, with terms of `sumLosses` beside it (`keepClose`, which has no negatives, is not seen). Such a
   * function has its own options unless it passes these on, and what else it does to the value (a factor) is not seen. Default `cementLoss`, or `infoNceLoss` for a batch without
   * `hardCaptions`.
   */
  readonly loss?: ((batch: ContrastiveBatch, options: LossOptions) => Scalar) | undefined;
  /**
   * `'similarity'` (default): |∂L/∂s|. `'embedding'`: the norm of each part of ∂L/∂x, x the row's own embedding as it
   * was passed; with `normalize` only what is at right angles to x remains. Hard captions lie near the true one, many
   * easy ones cancel each other, and logits show neither.
   */
  readonly space?: 'similarity' | 'embedding' | undefined;
  /** Whether hard captions join the negatives of the image rows, with the default of the loss that is asked. */
  readonly useHardCaptions?: boolean | undefined;
}

/**
 * Where the gradient of a row's loss goes: to the positive, to the pair's own hard negatives, to everything else.
 * L is one row's loss in one direction, s the cosine similarity. `hard / (hard + easy)` is the hard negatives' share.
 *
 * ```js
 * const { imageToText } = gradientBudget(batch, { loss: hnNceLoss, beta: 0.5 });
 * ```
 *
 * In the captions layout rows of captions have no hard negative, so `textToImage.hard` is 0 there. Rows are N; in
 * triplet and paired 2N, the edited pairs last, and a missing pair's row is 0.
 *
 * It costs about a forward pass, keeps no gradient, and reads nothing back. Dispose the result with `tf.dispose`.
 *
 * @throws Error naming the argument, as the loss does.
 * @source "Concrete Jungle" (arXiv 2604.13313), the imbalance p_E ≫ p_H
 */
export function gradientBudget(batch: ContrastiveBatch, options: GradientBudgetOptions = {}): GradientBudget {
  const op = 'gradientBudget';
  checkObject(op, 'options', options);
  const { loss, space = 'similarity', ...rest } = reading(op, 'options', () => ({ ...options }));
  if (loss !== undefined && typeof loss !== 'function') {
    refuse(op, 'loss', 'be a loss of this package, or a function that calls one', loss);
  }
  checkChoice(op, 'space', space, 'similarity', 'embedding');
  const ask = (): Scalar => {
    if (loss) return loss(batch, rest);
    const names = { ...cementOptions, loss: '', space: '' };
    const read = readOptions<CementOptions & Pick<GradientBudgetOptions, 'loss' | 'space'>>(op, rest, names);
    const definition = defineCement(op, read);
    checkObject(op, 'batch', batch);
    const plain = entryOf(op, batch, 'hardCaptions') == null && (read.layout ?? 'captions') === 'captions';
    const pairs = { read: readPairs, layout: pairsLayout };
    return contrastiveLoss(op, plain ? { ...definition, ...pairs } : definition, batch, read);
  };
  // They outlive the loss, each call's as a few tensors.
  const found: Array<{ readonly isTerm: boolean | undefined; readonly kept: readonly Tensor2D[] }> = [];
  try {
    watch(ask, (state) => {
      const sides = tidy(() => [...direction(state, 'image', space), ...direction(state, 'text', space)]);
      found.push({ isTerm: state.isTerm, kept: sides.map((x) => keep(x)) });
    });
    const [first = { kept: [] }, ...terms] = found.toSorted(
      (a, b) => Number(a.isTerm ?? 0) - Number(b.isTerm ?? 0),
    );
    if (!found.length || !terms.every(({ isTerm }) => isTerm)) {
      refuse(op, 'loss', 'call one loss of this package once', found.length, ' calls');
    }
    const summed = tidy(() => {
      // Each fourth one holds divisors, which all calls have alike.
      const parts = first.kept.map((part, index) =>
        index % 4 === 3 ? part : terms.reduce((sum, { kept }) => addRows(sum, kept[index] as Tensor2D), part),
      );
      const [pull, hard, easy, lengths, ...ofTexts] = parts as Eight;
      return [
        ...[pull, hard, easy].map((x) => sizeOf(x, lengths, space)),
        ...[ofTexts[0], ofTexts[1], ofTexts[2]].map((x) => sizeOf(x, ofTexts[3], space)),
      ];
    });
    const [pull, hard, easy, ...ofTexts] = summed as Six;
    return {
      imageToText: { pull, hard, easy },
      textToImage: { pull: ofTexts[0], hard: ofTexts[1], easy: ofTexts[2] },
    };
  } finally {
    dispose(found.map(({ kept }) => [...kept]));
  }
}

type Six = [Tensor1D, Tensor1D, Tensor1D, Tensor1D, Tensor1D, Tensor1D];
type Eight = [Tensor2D, Tensor2D, Tensor2D, Tensor2D, Tensor2D, Tensor2D, Tensor2D, Tensor2D];

/** A term beside a loss of 2N rows has the first N. */
function addRows(all: Tensor2D, some: Tensor2D): Tensor2D {
  return add(
    all,
    pad(some, [
      [0, all.shape[0] - some.shape[0]],
      [0, 0],
    ]),
  );
}

/** `[rows]`, from `[rows, 1]`, or from gradients `[rows, D]` and what they are divided by. */
function sizeOf(part: Tensor2D, divisors: Tensor2D, space: 'similarity' | 'embedding'): Tensor1D {
  const size = space === 'embedding' ? div<Tensor2D>(sqrt(sum(square(part), 1, true)), divisors) : part;
  return reshape(size, [-1]);
}

/** Pull, hard and easy of all blocks, `[rows, 1]` or in embedding space `[rows, D]` each, and `[rows, 1]` divisors. */
function direction(state: ForwardState, side: Side, space: 'similarity' | 'embedding'): Tensor2D[] {
  const pieces = state.blocks.map((computed) => {
    const { present } = computed.block;
    const factor = present ? mul(present, state.scale) : state.scale;
    const partsOf = space === 'embedding' ? embeddingParts : similarityParts;
    const { pull, hard, easy, divisors } = partsOf(state, computed, side, factor);
    return [pull, hard ?? zerosLike(pull), easy, divisors];
  });
  return [0, 1, 2, 3].map((index) =>
    concat(
      pieces.map((piece) => piece[index] as Tensor2D),
      0,
    ),
  );
}

interface SideParts {
  readonly pull: Tensor2D;
  readonly hard: Tensor2D | undefined;
  readonly easy: Tensor2D;
  /** What the parts are still to be divided by: their squares may not leave float32. */
  readonly divisors: Tensor2D;
}

function similarityParts(_: ForwardState, { result }: BlockState, side: Side, factor: Tensor): SideParts {
  const { pull, hard, easy } = result.shares(side);
  return {
    pull: mul(pull, factor),
    hard: hard && mul<Tensor2D>(sum(hard, 1, true), factor),
    easy: mul(easy(), factor),
    divisors: onesLike(pull),
  };
}

function embeddingParts(state: ForwardState, computed: BlockState, side: Side, factor: Tensor): SideParts {
  const { block, result } = computed;
  const { embeddings, inverses, divisors } = state;
  const partners = positivesOf(block);
  const sides = { image: block.imageRows, text: partners };
  const rows = stackRows(embeddings, sides[side]);
  const toInputs = (gradient: Tensor2D): Tensor2D => {
    const scaled = mul<Tensor2D>(gradient, factor);
    return inverses.images ? unitRowsGradient(scaled, rows, stackRows(inverses, sides[side])) : scaled;
  };
  const { pull, hard } = result.shares(side);
  const own = side === 'image' ? block.ownRows : [...block.imageRows].reverse();
  const [size, dim] = rows.shape;
  const hardTexts = reshape(stackRows(embeddings, own ?? sides[side]), [size, -1, dim]);
  return {
    pull: toInputs(mul(pull, stackRows(embeddings, side === 'image' ? partners : block.imageRows))),
    hard: hard && toInputs(sum<Tensor2D>(mul(reshape(hard, [...hard.shape, 1]), hardTexts), 1)),
    easy: toInputs(easyGradient(state, computed, side)),
    divisors: divisors.images ? stackRows(divisors, sides[side]) : ones([size, 1]),
  };
}

/** `[R, D]`, Σ of the easy negatives' embeddings by ∂L/∂z of the row's own loss. */
function easyGradient(
  { embeddings }: ForwardState,
  { block, tiles, easy, result, counted }: BlockState,
  side: Side,
): Tensor2D {
  const images = stackRows(embeddings, block.imageRows);
  const texts = stackRows(embeddings, block.textRows);
  const rows = images.shape[0];
  if (!tiles.length) return zerosLike(images);
  const pieces = tiles.map((tile) =>
    tidy(() => {
      const grid = result.grid(easy(tile), tile, side);
      if (side === 'image') return matMul(grid, texts);
      const square = slice(grid, [0, 0], [tile.size, rows]);
      return matMul(transpose(square) as Tensor2D, slice(images, [tile.start, 0], [tile.size, -1]));
    }),
  );
  const summed =
    side === 'image' ? (concat(pieces, 0) as Tensor2D) : pieces.reduce((total, piece) => add(total, piece));
  // The grid has each row by its weight in the loss, half of 1 / (rows that count).
  return mul(summed, mul(counted, 2));
}
