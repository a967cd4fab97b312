import {
  add,
  clone,
  concat,
  dispose,
  keep,
  matMul,
  mul,
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
import type { ContrastiveBatch } from './batch';
import { contrastiveLoss, type Pass, watch } from './contrastive-loss';
import { pairsLayout } from './layouts/pairs';
import type { Side } from './objective';
import { stackParts } from './parts';
import { readPairs } from './read-batch';
import { type CementOptions, readRecipe } from './read-recipe';
import { besideImages, pairedWithImages, type Run } from './run-block';
import { describe } from './to-tensor';
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

export interface GradientBudgetOptions extends CementOptions {
  /**
   * The loss that is asked about, called with the batch and these options: any of this package, or a function that
   * calls one of them once. Default `cementLoss`, or `infoNceLoss` for a batch without `hardCaptions`.
   */
  readonly loss?: ((batch: ContrastiveBatch, options: CementOptions) => Scalar) | undefined;
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
 * const { imageToText } = gradientBudget(batch, { loss: (b) => hnNceLoss(b, { beta: 0.5 }) });
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
  const { loss, space = 'similarity' } = options;
  if (space !== 'similarity' && space !== 'embedding') {
    throw new Error(`gradientBudget: space must be 'similarity' or 'embedding', got ${describe(space)}`);
  }
  const found: GradientBudget[] = [];
  const ask = (): Scalar => {
    if (loss) return loss(batch, options);
    const recipe = readRecipe('gradientBudget', options);
    const plain = batch?.hardCaptions == null && (options.layout ?? 'captions') === 'captions';
    const pairs = { ...recipe, read: readPairs, layout: pairsLayout };
    return contrastiveLoss('gradientBudget', plain ? pairs : recipe, batch, options);
  };
  watch(ask, (pass) => {
    const budget = tidy(() => ({
      imageToText: direction(pass, 'image', space),
      textToImage: direction(pass, 'text', space),
    }));
    // They outlive the loss, and are copied into the caller's scope.
    for (const one of Object.values(budget)) for (const part of Object.values(one)) keep(part);
    found.push(budget);
  });
  const [budget] = found;
  if (!budget || found.length > 1) {
    dispose(found);
    throw new Error(
      `gradientBudget: loss must call one loss of this package once, got ${found.length} such calls`,
    );
  }
  const copy = ({ pull, hard, easy }: DirectionBudget): DirectionBudget => ({
    pull: clone(pull),
    hard: clone(hard),
    easy: clone(easy),
  });
  const result = { imageToText: copy(budget.imageToText), textToImage: copy(budget.textToImage) };
  dispose(found);
  return result;
}

function direction(pass: Pass, side: Side, space: 'similarity' | 'embedding'): DirectionBudget {
  const pieces = pass.runs.map((run) => {
    const { present } = run.block;
    const factor = present ? mul(present, pass.scale) : pass.scale;
    const { pull, hard, easy } = (space === 'embedding' ? embeddingParts : similarityParts)(
      pass,
      run,
      side,
      factor,
    );
    return { pull, hard: hard ?? zerosLike(pull), easy };
  });
  const whole = (name: keyof DirectionBudget) =>
    concat(pieces.map((piece) => reshape(piece[name], [-1]))) as Tensor1D;
  return { pull: whole('pull'), hard: whole('hard'), easy: whole('easy') };
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
    easy: mul(easy, factor),
  };
}

function embeddingParts(pass: Pass, run: Run, side: Side, factor: Tensor): SideParts {
  const { block, outcome } = run;
  const { parts, inverseNorms } = pass;
  const partners = pairedWithImages(block);
  const sides = { image: block.imageParts, text: partners };
  const rows = stackParts(parts, sides[side]);
  const normOf = (gradient: Tensor2D): Tensor => {
    const scaled = mul<Tensor2D>(gradient, factor);
    const normalized = Object.keys(inverseNorms).length > 0;
    const raw = normalized ? unitRowsGradient(scaled, rows, stackParts(inverseNorms, sides[side])) : scaled;
    return sqrt(sum(square(raw), 1, true));
  };
  const { pull, hard } = outcome.shares(side);
  const own = side === 'image' ? block.ownParts : [...block.imageParts].reverse();
  const [, hardTexts] = besideImages(rows, stackParts(parts, own ?? sides[side]));
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
      const grid = outcome.grid(easy(tile), tile, (tensor) => tensor, side);
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
