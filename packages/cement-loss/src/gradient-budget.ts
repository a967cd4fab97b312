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
import type { ContrastiveBatch } from './batch';
import type { CeClipOptions } from './ce-clip-loss';
import { checkChoice } from './check-choice';
import { contrastiveLoss, type Pass, watch } from './contrastive-loss';
import type { HnNceOptions } from './hn-nce-loss';
import { pairsLayout } from './layouts/pairs';
import type { Side } from './objective';
import { stackParts } from './parts';
import { entryOf, readPairs } from './read-batch';
import { checkObject, readOptions } from './read-options';
import { type CementOptions, cementOptions, readRecipe } from './read-recipe';
import { reading, refuse } from './refuse';
import { positivesOf, type Run } from './run-block';
import type { SigLipOptions } from './sig-lip-loss';
import { unitRowsGradient } from './unit-rows';

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
    const recipe = readRecipe(op, read);
    checkObject(op, 'batch', batch);
    const plain = entryOf(op, batch, 'hardCaptions') == null && (read.layout ?? 'captions') === 'captions';
    const pairs = { read: readPairs, layout: pairsLayout };
    return contrastiveLoss(op, plain ? { ...recipe, ...pairs } : recipe, batch, read);
  };
  // They outlive the loss, as one tensor; its parts then belong to the caller's scope.
  const found: Tensor[] = [];
  try {
    watch(ask, (pass) => {
      found.push(
        keep(tidy(() => stack([...direction(pass, 'image', space), ...direction(pass, 'text', space)]))),
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

/** Pull, hard and easy of all runs, `[rows]` each. */
function direction(pass: Pass, side: Side, space: 'similarity' | 'embedding'): Tensor[] {
  const pieces = pass.runs.map((run) => {
    const { present } = run.block;
    const factor = present ? mul(present, pass.scale) : pass.scale;
    const partsOf = space === 'embedding' ? embeddingParts : similarityParts;
    const { pull, hard, easy } = partsOf(pass, run, side, factor);
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

function similarityParts(_: Pass, { outcome }: Run, side: Side, factor: Tensor): SideParts {
  const { pull, hard, easy } = outcome.shares(side);
  return {
    pull: mul(pull, factor),
    hard: hard && mul(sum(hard, 1, true), factor),
    easy: mul(easy(), factor),
  };
}

function embeddingParts(pass: Pass, run: Run, side: Side, factor: Tensor): SideParts {
  const { block, outcome } = run;
  const { parts, inverses, divisors } = pass;
  const partners = positivesOf(block);
  const sides = { image: block.imageParts, text: partners };
  const rows = stackParts(parts, sides[side]);
  const normOf = (gradient: Tensor2D): Tensor => {
    const scaled = mul<Tensor2D>(gradient, factor);
    const lengthOf = (x: Tensor2D): Tensor2D => sqrt(sum<Tensor2D>(square(x), 1, true));
    if (!inverses.images) return lengthOf(scaled);
    const near = unitRowsGradient(scaled, rows, stackParts(inverses, sides[side]));
    return div<Tensor2D>(lengthOf(near), stackParts(divisors, sides[side]));
  };
  const { pull, hard } = outcome.shares(side);
  const own = side === 'image' ? block.ownParts : [...block.imageParts].reverse();
  const [size, dim] = rows.shape;
  const hardTexts = reshape(stackParts(parts, own ?? sides[side]), [size, -1, dim]);
  return {
    pull: normOf(mul(pull, stackParts(parts, side === 'image' ? partners : block.imageParts))),
    hard: hard && normOf(sum(mul(reshape(hard, [...hard.shape, 1]), hardTexts), 1)),
    easy: normOf(easyGradient(pass, run, side)),
  };
}

/** `[R, D]`, Σ of the easy negatives' embeddings by ∂L/∂z of the row's own loss. */
function easyGradient({ parts }: Pass, { block, tiles, easy, outcome, counted }: Run, side: Side): Tensor2D {
  const images = stackParts(parts, block.imageParts);
  const texts = stackParts(parts, block.textParts);
  const rows = images.shape[0];
  const pieces = tiles.map((tile) =>
    tidy(() => {
      const grid = outcome.grid(easy(tile), tile, side);
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
