import {
  add,
  concat,
  dispose,
  div,
  keep,
  matMul,
  mul,
  reshape,
  type Scalar,
  slice,
  sqrt,
  square,
  stack,
  sum,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  tidy,
  transpose,
  unstack,
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
   * calls one of them once. Such a function has its own options unless it passes these on, and what it does to the
   * value (a factor, a term beside it) is not seen. Default `cementLoss`, or `infoNceLoss` for a batch without
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
  // They outlive the loss, as one tensor; its parts then belong to the caller's scope.
  const found: Tensor[] = [];
  try {
    watch(ask, (state) => {
      found.push(
        keep(tidy(() => stack([...direction(state, 'image', space), ...direction(state, 'text', space)]))),
      );
    });
    if (found.length !== 1 || !found[0]) {
      refuse(op, 'loss', 'call one loss of this package once', found.length, ' calls');
    }
    const [pull, hard, easy, ...ofTexts] = unstack(found[0]) as Tensor1D[] as Six;
    return {
      imageToText: { pull, hard, easy },
      textToImage: { pull: ofTexts[0], hard: ofTexts[1], easy: ofTexts[2] },
    };
  } finally {
    dispose(found);
  }
}

type Six = [Tensor1D, Tensor1D, Tensor1D, Tensor1D, Tensor1D, Tensor1D];

/** Pull, hard and easy of all blocks, `[rows]` each. */
function direction(state: ForwardState, side: Side, space: 'similarity' | 'embedding'): Tensor[] {
  const pieces = state.blocks.map((computed) => {
    const { present } = computed.block;
    const factor = present ? mul(present, state.scale) : state.scale;
    const partsOf = space === 'embedding' ? embeddingParts : similarityParts;
    const { pull, hard, easy } = partsOf(state, computed, side, factor);
    return [pull, hard ?? zerosLike(pull), easy];
  });
  return [0, 1, 2].map((index) => concat(pieces.map((piece) => reshape(piece[index] as Tensor, [-1]))));
}

/** `[R, 1]` each. */
interface SideParts {
  readonly pull: Tensor;
  readonly hard: Tensor | undefined;
  readonly easy: Tensor;
}

function similarityParts(_: ForwardState, { result }: BlockState, side: Side, factor: Tensor): SideParts {
  const { pull, hard, easy } = result.shares(side);
  return {
    pull: mul(pull, factor),
    hard: hard && mul(sum(hard, 1, true), factor),
    easy: mul(easy(), factor),
  };
}

function embeddingParts(state: ForwardState, computed: BlockState, side: Side, factor: Tensor): SideParts {
  const { block, result } = computed;
  const { embeddings, inverses, divisors } = state;
  const partners = positivesOf(block);
  const sides = { image: block.imageRows, text: partners };
  const rows = stackRows(embeddings, sides[side]);
  const normOf = (gradient: Tensor2D): Tensor => {
    const scaled = mul<Tensor2D>(gradient, factor);
    const lengthOf = (x: Tensor2D): Tensor2D => sqrt(sum<Tensor2D>(square(x), 1, true));
    if (!inverses.images) return lengthOf(scaled);
    const near = unitRowsGradient(scaled, rows, stackRows(inverses, sides[side]));
    return div<Tensor2D>(lengthOf(near), stackRows(divisors, sides[side]));
  };
  const { pull, hard } = result.shares(side);
  const own = side === 'image' ? block.ownRows : [...block.imageRows].reverse();
  const [size, dim] = rows.shape;
  const hardTexts = reshape(stackRows(embeddings, own ?? sides[side]), [size, -1, dim]);
  return {
    pull: normOf(mul(pull, stackRows(embeddings, side === 'image' ? partners : block.imageRows))),
    hard: hard && normOf(sum(mul(reshape(hard, [...hard.shape, 1]), hardTexts), 1)),
    easy: normOf(easyGradient(state, computed, side)),
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
