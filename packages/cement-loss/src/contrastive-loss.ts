import {
  addN,
  customGrad,
  dispose,
  type GradSaveFunc,
  mul,
  reshape,
  type Scalar,
  type Tensor,
  tidy,
} from '@tensorflow/tfjs-core';
import type { ContrastiveBatch } from './batch';
import { firstOrderOnly } from './first-order-only';
import type { Recall } from './objective';
import { flatten, get, type Part, type Parts, partsOf } from './parts';
import { readLogitScale } from './read-scalar';
import type { Recipe } from './recipe';
import { type Run, rememberedOf, runBack, runBlock } from './run-block';
import { describe } from './to-tensor';
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
  /**
   * How many rows of logits are held at a time. Memory then grows with N · chunkSize instead of N², and the logits
   * are computed a second time on the way back; value and gradients are the same. Default: all rows.
   */
  readonly chunkSize?: number | undefined;
}

/** A loss on its way: everything that its value is made of. */
export interface Pass {
  readonly runs: readonly Run[];
  /** Embeddings as the logits see them. */
  readonly parts: Parts;
  /** 1 / ‖x‖ of each row, `[rows, 1]`, where the loss brings embeddings to unit length; else missing. */
  readonly inverseNorms: Parts;
  readonly scale: Scalar;
  readonly bias?: Scalar | undefined;
}

/** Set while the gradient budget asks a loss how it comes about; see {@link watch}. */
let watcher: ((pass: Pass) => void) | undefined;

/** Calls a loss and shows its passes to `see` while their tensors live. No gradient is recorded. */
export function watch(loss: () => Scalar, see: (pass: Pass) => void): void {
  watcher = see;
  try {
    dispose(tidy(loss));
  } finally {
    watcher = undefined;
  }
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
  batch: ContrastiveBatch,
  options: ContrastiveOptions,
): Scalar {
  return tidy(op, () => {
    const { normalize = true, chunkSize } = options;
    if (chunkSize !== undefined && !(Number.isInteger(chunkSize) && chunkSize >= 1)) {
      throw new Error(`${op}: chunkSize must be a whole number of rows ≥ 1, got ${describe(chunkSize)}`);
    }
    const logitScale = readLogitScale(op, options.logitScale);
    const checked = recipe.read(op, batch);
    const names = partsOf(checked);
    const inputs: Tensor[] = [...names.map((name) => checked[name] ?? checked.images), logitScale];
    if (recipe.bias) inputs.push(recipe.bias);

    const forward = (tensors: readonly Tensor[]): Pass => {
      const parts: Parts = {};
      const inverseNorms: Parts = {};
      for (const [index, name] of names.entries()) {
        const flat = flatten(tensors[index] ?? checked.images);
        parts[name] = flat;
        if (normalize) ({ unit: parts[name], inverseNorm: inverseNorms[name] } = unitRows(flat));
      }
      const scale = tensors[names.length] as Scalar;
      const bias = tensors[names.length + 1] as Scalar | undefined;
      const runs = recipe
        .layout(checked)
        .map((block) => runBlock(block, recipe.objective, parts, scale, bias, chunkSize));
      return { runs, parts, inverseNorms, scale, bias };
    };
    const lossOf = ({ runs }: Pass): Scalar => addN(runs.map(({ outcome }) => outcome.loss));
    if (watcher) {
      const pass = forward(inputs);
      watcher(pass);
      return lossOf(pass);
    }

    const loss = customGrad((...args) => {
      const save = args.pop() as GradSaveFunc;
      const pass = forward(args as Tensor[]);
      const { runs, bias } = pass;
      const memory: Tensor[] = [
        ...(args as Tensor[]),
        ...names.flatMap((name) => [get(pass.parts, name), pass.inverseNorms[name] ?? []].flat()),
        ...runs.flatMap(rememberedOf),
      ];
      save(memory);

      const gradFunc = (dy: Tensor, saved: Tensor[]): Tensor[] => {
        const recall = (<T extends Tensor>(tensor: T) => saved[memory.indexOf(tensor)] as T) satisfies Recall;
        const originals = inputs.map((_, index) => saved[index] as Tensor);
        const units: Parts = {};
        for (const name of names) units[name] = recall(get(pass.parts, name));
        const scale = recall(pass.scale);
        const savedBias = bias && recall(bias);

        const gradients: Parts = {};
        const ends = runs.map((run) => runBack(run, recall, units, scale, savedBias, gradients));
        const factor = mul(dy, scale);
        const toInput = (name: Part, index: number): Tensor => {
          const norm = pass.inverseNorms[name];
          let flat = get(gradients, name);
          if (norm) flat = unitRowsGradient(flat, get(units, name), recall(norm));
          return reshape(mul(flat, factor), originals[index]?.shape ?? flat.shape);
        };
        const biases = ends.flatMap((end) => end.bias ?? []);
        return [
          ...names.map(toInput),
          mul(addN(ends.map((end) => end.logitScale)), dy),
          ...(bias ? [mul(addN(biases), dy)] : []),
        ].map((gradient) => firstOrderOnly(op, gradient, [dy, ...originals], saved));
      };
      return { value: lossOf(pass), gradFunc };
    });
    return loss(...inputs) as Scalar;
  });
}
