import {
  addN,
  customGrad,
  dispose,
  div,
  engine,
  type GradSaveFunc,
  mul,
  reshape,
  type Scalar,
  type Tensor,
  type Tensor2D,
  tidy,
} from '@tensorflow/tfjs-core';
import type { ContrastiveBatch } from './batch';
import { firstOrderOnly } from './first-order-only';
import type { Part, Parts, Pieces } from './parts';
import { checkBoolean, type OptionNames } from './read-options';
import { readLogitScale } from './read-scalar';
import type { Recipe } from './recipe';
import { refuse } from './refuse';
import { refuseOldTfjs } from './refuse-old-tfjs';
import { type Run, runBlock } from './run-block';
import { unitRows, unitRowsGradient } from './unit-rows';
import { withinReach } from './within-reach';

/** Options of every loss of this package. */
export interface ContrastiveOptions {
  /**
   * 1/τ, a positive number or a scalar tensor; gradients flow to the tensor. CLIP learns its logarithm: pass
   * `exp(variable)`. Default 1/0.07.
   */
  readonly logitScale?: number | Tensor | undefined;
  /**
   * Whether embeddings are brought to unit length here; gradients go through it. Default true. A row may have any length
   * that float32 has; one of zeros stays zero and gets no gradient. With false, logits that may be
   * beyond some 1e12 give NaN.
   */
  readonly normalize?: boolean | undefined;
  /**
   * How many rows of logits are held at a time. Memory then grows with N · chunkSize instead of N², and the logits
   * are computed a second time on the way back; value and gradients are the same. Default: all rows.
   */
  readonly chunkSize?: number | undefined;
}

export const contrastiveOptions: OptionNames<ContrastiveOptions> = {
  logitScale: ' (1/τ)',
  normalize: '',
  chunkSize: '',
};

/** A loss on its way: everything that its value is made of. */
export interface Pass {
  readonly runs: readonly Run[];
  /** Embeddings as the logits see them. */
  readonly parts: Parts;
  /** Of each row, `[rows, 1]`, where the loss brings embeddings to unit length; else missing. See `UnitRows`. */
  readonly inverses: Parts;
  readonly divisors: Parts;
  readonly scale: Scalar;
}

/**
 * Where a gradient budget leaves its question while it calls a loss; see {@link watch}. It stands on tfjs's engine, like
 * the tape that records gradients: a program may hold several copies of this package (an ES module beside a CommonJS
 * one), and all of them share that engine. The number changes with the form of a {@link Pass}.
 */
const WATCHER = Symbol.for('@slipform/cement-loss/watcher/1');

type Watcher = ((pass: Pass) => void) | undefined;

/** Calls a loss and shows its passes to `see` while their tensors live. No gradient is recorded. */
export function watch(loss: () => Scalar, see: (pass: Pass) => void): void {
  const before = currentWatcher();
  Reflect.set(engine(), WATCHER, see);
  try {
    dispose(tidy(loss));
  } finally {
    Reflect.set(engine(), WATCHER, before);
  }
}

function currentWatcher(): Watcher {
  return Reflect.get(engine(), WATCHER) as Watcher;
}

/**
 * The scalar loss of a recipe on a batch, with options that were read.
 *
 * Its gradient is closed-form and comes from one `customGrad`: tfjs-core alone registers no gradients, and this
 * way only forward kernels are used, which every backend has. It is worked out right after the value, while the logits
 * are there, and only when someone records gradients: what is kept until then has the size of the embeddings.
 */
export function contrastiveLoss(
  op: string,
  recipe: Recipe,
  batch: ContrastiveBatch,
  options: ContrastiveOptions,
): Scalar {
  return tidy(op, () => {
    refuseOldTfjs(op);
    const { normalize = true, chunkSize } = options;
    checkBoolean(op, 'normalize', normalize);
    if (chunkSize !== undefined && !(Number.isInteger(chunkSize) && chunkSize >= 1)) {
      refuse(op, 'chunkSize', 'be a whole number of rows ≥ 1', chunkSize);
    }
    const scale = readLogitScale(op, options.logitScale);
    const checked = recipe.read(op, batch);
    const all: readonly Part[] = ['images', 'captions', 'hardCaptions', 'hardImages'];
    const names = all.filter((name) => checked[name]);
    const originals = names.map((name) => checked[name] as Tensor);
    const inputs: Tensor[] = [...originals, scale, ...(recipe.bias ? [recipe.bias] : [])];

    const forward = (): Pass => {
      const parts: Record<string, Tensor2D> = {};
      const inverses: Record<string, Tensor2D> = {};
      const divisors: Record<string, Tensor2D> = {};
      for (const name of names) {
        let flat = reshape(checked[name] as Tensor, [-1, checked.images.shape[1]]) as Tensor2D;
        if (normalize) {
          const { unit, inverse, divisor } = unitRows(flat);
          flat = unit;
          inverses[name] = inverse;
          divisors[name] = divisor;
        }
        parts[name] = flat;
      }
      const blocks = recipe.layout(checked);
      const checkedScale = withinReach(scale, normalize ? undefined : parts);
      const runs = blocks.map((block) => runBlock(block, recipe.objective, parts, checkedScale, chunkSize));
      return { runs, parts, inverses, divisors, scale: checkedScale };
    };
    const lossOf = ({ runs }: Pass): Scalar => addN(runs.map(({ outcome }) => outcome.loss));
    const gradientsOf = ({ runs, parts, inverses, divisors, scale: checkedScale }: Pass): Tensor[] => {
      const pieces: Pieces = Object.fromEntries(names.map((name) => [name, []]));
      const ofScale = runs.map(({ back }) => back(pieces));
      const toInputs = originals.map((original, index) => {
        const name = names[index] as Part;
        let flat = addN(pieces[name] as Tensor2D[]);
        if (normalize) {
          const near = unitRowsGradient(flat, parts[name] as Tensor2D, inverses[name] as Tensor2D);
          flat = div(near, divisors[name] as Tensor2D);
        }
        return reshape(mul(flat, checkedScale), original.shape);
      });
      return [...toInputs, addN(ofScale), ...runs.flatMap(({ outcome }) => outcome.ofBias ?? [])];
    };
    const watcher = currentWatcher();
    if (watcher || !engine().isTapeOn()) {
      const pass = forward();
      watcher?.(pass);
      return lossOf(pass);
    }
    const loss = customGrad((...args) => {
      const pass = forward();
      const gradients = gradientsOf(pass);
      (args.at(-1) as GradSaveFunc)([...gradients, ...inputs]);
      const gradFunc = (dy: Tensor, saved: Tensor[]): Tensor[] =>
        inputs.map((_, index) =>
          firstOrderOnly(op, mul(saved[index] as Tensor, dy), [dy, ...saved.slice(inputs.length)], saved),
        );
      return { value: lossOf(pass), gradFunc };
    });
    return loss(...inputs) as Scalar;
  });
}
