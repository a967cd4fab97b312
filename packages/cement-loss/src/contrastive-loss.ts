import {
  addN,
  customGrad,
  div,
  type GradSaveFunc,
  mul,
  reshape,
  type Scalar,
  scalar,
  type Tensor,
  type Tensor2D,
  tidy,
} from '@tensorflow/tfjs-core';
import type { ContrastiveBatch } from './batch';
import { type BlockMemory, blockBackward } from './block';
import { firstOrderOnly } from './first-order-only';
import { addUnstacked, flatten, get, type Parts, partsOf } from './parts';
import { type BatchNeeds, readBatch } from './read-batch';
import { readLogitScale } from './read-logit-scale';
import { type Recipe, runBlocks } from './run-blocks';
import { unitRows, unitRowsGradient } from './unit-rows';

/** What every loss of this package can be told. */
export interface ContrastiveOptions {
  /**
   * 1/τ, a positive number or a scalar tensor; gradients flow to the tensor. CLIP learns its logarithm: pass
   * `exp(variable)`. Default 1/0.07.
   */
  readonly logitScale?: number | Tensor | undefined;
  /** Whether embeddings are brought to unit length here; gradients go through it. Default true. */
  readonly normalize?: boolean | undefined;
}

/**
 * The scalar loss of a recipe on a batch.
 *
 * Its gradient is closed-form and comes from one `customGrad`: tfjs-core alone registers no gradients, and this
 * way only forward kernels are used, which every backend has.
 */
export function contrastiveLoss(
  op: string,
  recipe: Recipe,
  needs: BatchNeeds,
  batch: ContrastiveBatch,
  options: ContrastiveOptions,
): Scalar {
  return tidy(op, () => {
    const { normalize = true } = options;
    const givenScale = readLogitScale(op, options.logitScale);
    const checked = readBatch(op, batch, needs);
    const names = partsOf(checked);
    const inputs = names.map((name) => checked[name] ?? checked.images);

    const loss = customGrad((...args) => {
      const save = args[args.length - 1] as GradSaveFunc;
      const embeddings = args.slice(0, names.length) as Tensor[];
      const scale = args[names.length] as Scalar;

      const parts: Parts = {};
      const inverseNorms = names.map((name, index) => {
        const flat = flatten(embeddings[index] ?? checked.images);
        const { unit, inverseNorm } = normalize ? unitRows(flat) : { unit: flat, inverseNorm: scalar(1) };
        parts[name] = unit;
        return inverseNorm;
      });
      const runs = runBlocks(recipe, checked, parts, scale);

      const gradFunc = (dy: Tensor, saved: Tensor[]): Tensor[] => {
        const take = reader(saved);
        const originals = take(names.length);
        const [savedScale] = take(1) as [Scalar];
        const units = take(names.length) as Tensor2D[];
        const norms = take(names.length) as Tensor2D[];

        const gradients: Parts = {};
        const logScales = runs.map(({ block }) => {
          const back = blockBackward(recall(take(6)), savedScale);
          addUnstacked(gradients, block.imageParts, back.images, checked);
          addUnstacked(gradients, block.textParts, back.texts, checked);
          return back.logScale;
        });
        const toInputs = names.map((name, index) => {
          const flat = get(gradients, name);
          const raw = normalize ? unitRowsGradient(flat, units[index] ?? flat, norms[index] ?? flat) : flat;
          return reshape(mul(raw, dy), originals[index]?.shape ?? flat.shape);
        });
        return [...toInputs, mul(div(addN(logScales), savedScale), dy)].map((gradient) =>
          firstOrderOnly(op, gradient, [dy, ...originals, savedScale], saved),
        );
      };
      const units = names.map((name) => get(parts, name));
      save([...embeddings, scale, ...units, ...inverseNorms, ...runs.flatMap(remember)]);
      return { value: addN(runs.map((run) => run.loss)), gradFunc };
    });
    return loss(...inputs, givenScale) as Scalar;
  });
}

/** Hands out a list from its beginning, `count` entries at a time. */
function reader(list: readonly Tensor[]): (count: number) => Tensor[] {
  let position = 0;
  return (count) => {
    position += count;
    return list.slice(position - count, position);
  };
}

/** The order in which a block's memory is saved; {@link recall} is its inverse. */
function remember(run: ReturnType<typeof runBlocks>[number]): Tensor[] {
  return [run.images, run.texts, run.image.negatives, run.text.negatives, run.weights, run.marginPull];
}

function recall(saved: Tensor[]): BlockMemory {
  const [images, texts, imageNegatives, textNegatives, weights, marginPull] = saved as [
    Tensor2D,
    Tensor2D,
    Tensor2D,
    Tensor2D,
    Tensor,
    Tensor,
  ];
  return { images, texts, imageNegatives, textNegatives, weights, marginPull };
}
