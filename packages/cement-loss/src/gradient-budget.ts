import {
  clone,
  concat,
  mul,
  reshape,
  sub,
  sum,
  type Tensor1D,
  type Tensor2D,
  tidy,
  zerosLike,
} from '@tensorflow/tfjs-core';
import type { ContrastiveBatch } from './batch';
import { flatten, type Parts, partsOf } from './parts';
import { readBatch } from './read-batch';
import { readLogitScale } from './read-logit-scale';
import { type CementOptions, readRecipe } from './read-recipe';
import { runBlocks } from './run-blocks';
import { unitRows } from './unit-rows';

/** How hard one direction of a loss pulls and pushes, for each row of logits. All are ≥ 0, and pull = hard + easy. */
export type DirectionBudget = {
  /** |∂L/∂s| of the positive: (p_H + p_E)/τ, `[rows]`. */
  readonly pull: Tensor1D;
  /** |∂L/∂s| of the pair's own hard negatives together: p_H/τ, `[rows]`. */
  readonly hard: Tensor1D;
  /** |∂L/∂s| of all other negatives together: p_E/τ, `[rows]`. */
  readonly easy: Tensor1D;
};

export type GradientBudget = {
  readonly imageToText: DirectionBudget;
  readonly textToImage: DirectionBudget;
};

export type GradientBudgetOptions = CementOptions;

/**
 * Where the gradient of a row's loss goes: to the positive, to the pair's own hard negatives, to everything else.
 * L is one row's loss in one direction, s the cosine similarity. `hard / pull` is the hard negatives' share.
 *
 * The options are those of the loss that is asked about: `noMargin()` for NegCLIP's; a batch without
 * `hardCaptions` for InfoNCE's, where `hard` is 0. In the captions layout rows of captions have no hard negative,
 * so `textToImage.hard` is 0 there. Rows are N; in triplet and paired 2N, the edited pairs last, and a missing
 * pair's row is 0.
 *
 * It costs about a forward pass, keeps no gradient, and reads nothing back. Dispose the result with `tf.dispose`.
 *
 * @throws Error naming the argument, as the loss does.
 * @source "Concrete Jungle" (arXiv 2604.13313), the imbalance p_E ≫ p_H
 */
export function gradientBudget(batch: ContrastiveBatch, options: GradientBudgetOptions = {}): GradientBudget {
  return tidy('gradientBudget', () => {
    const { normalize = true } = options;
    const scale = readLogitScale('gradientBudget', options.logitScale);
    const { recipe, needs } = readRecipe('gradientBudget', options);
    const plain = batch?.hardCaptions == null && !needs.hardImages;
    const checked = readBatch('gradientBudget', batch, plain ? { ...needs, hardCaptions: false } : needs);
    const parts: Parts = {};
    for (const name of partsOf(checked)) {
      const flat = flatten(checked[name] ?? checked.images);
      parts[name] = normalize ? unitRows(flat).unit : flat;
    }
    const runs = runBlocks(recipe, checked, parts, scale);

    const direction = (side: 'image' | 'text'): DirectionBudget => {
      const pieces = runs.map(({ block, ...run }) => {
        const present = block.present;
        const negatives = mul<Tensor2D>(run[side].negatives, present ? mul(present, scale) : scale);
        const own = side === 'image' ? block.imageOwn : block.textOwn;
        const pull = sum(negatives, 1);
        const hard = own ? sum(mul(negatives, own), 1) : zerosLike(pull);
        const easy = own ? sum(mul(negatives, sub(1, own)), 1) : clone(pull);
        return { pull, hard, easy };
      });
      const whole = (name: keyof DirectionBudget) =>
        concat(pieces.map((piece) => reshape(piece[name], [-1])));
      return {
        pull: whole('pull') as Tensor1D,
        hard: whole('hard') as Tensor1D,
        easy: whole('easy') as Tensor1D,
      };
    };
    return { imageToText: direction('image'), textToImage: direction('text') };
  });
}
