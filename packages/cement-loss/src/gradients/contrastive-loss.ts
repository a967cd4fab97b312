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
import type { ContrastiveBatch } from '../batch/batch';
import type { EmbeddingName, Embeddings, GradientParts } from '../batch/embeddings';
import { checkBoolean, type OptionNames } from '../options/read-options';
import { readLogitScale } from '../options/read-scalar';
import { refuse } from '../options/refuse';
import { refuseOldTfjs } from '../options/refuse-old-tfjs';
import { type BlockState, computeBlock } from './compute-block';
import { firstOrderOnly } from './first-order-only';
import type { LossDefinition } from './loss-definition';
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

/** How embeddings are read and logits are cut, checked. */
export function readForm(op: string, { normalize = true, chunkSize }: ContrastiveOptions) {
  checkBoolean(op, 'normalize', normalize);
  if (chunkSize !== undefined && !(Number.isInteger(chunkSize) && chunkSize >= 1)) {
    refuse(op, 'chunkSize', 'be a whole number of rows ≥ 1', chunkSize);
  }
  return { normalize, chunkSize };
}

/** A loss on its way: everything that its value is made of. */
export interface ForwardState {
  /** Whether the loss stands beside another one. */
  readonly isTerm: boolean | undefined;
  readonly blocks: readonly BlockState[];
  /** Embeddings as the logits see them. */
  readonly embeddings: Embeddings;
  /** Of each row, `[rows, 1]`, where the loss brings embeddings to unit length; else missing. See `UnitRows`. */
  readonly inverses: Embeddings;
  readonly divisors: Embeddings;
  readonly scale: Scalar;
}

/**
 * Where a gradient budget leaves its question while it calls a loss; see {@link watch}. It stands on tfjs's engine, like
 * the tape that records gradients: a program may hold several copies of this package (an ES module beside a CommonJS
 * one), and all of them share that engine. The number changes with the form of a {@link ForwardState}.
 */
const WATCHER = Symbol.for('@slipform/cement-loss/watcher/3');

type Watcher = ((state: ForwardState) => void) | undefined;

/** Calls a loss and shows what it computed to `see` while their tensors live. No gradient is recorded. */
export function watch(loss: () => Scalar, see: (state: ForwardState) => void): void {
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
 * The scalar loss of a definition on a batch, with options that were read.
 *
 * Its gradient is closed-form and comes from one `customGrad`: tfjs-core alone registers no gradients, and this
 * way only forward kernels are used, which every backend has. It is worked out right after the value, while the logits
 * are there, and only when someone records gradients: what is kept until then has the size of the embeddings.
 */
export function contrastiveLoss(
  op: string,
  definition: LossDefinition,
  batch: ContrastiveBatch,
  options: ContrastiveOptions,
): Scalar {
  return tidy(op, () => {
    refuseOldTfjs(op);
    const { normalize, chunkSize } = readForm(op, options);
    const scale = readLogitScale(op, options.logitScale);
    const checked = definition.read(op, batch);
    const all: readonly EmbeddingName[] = ['images', 'captions', 'hardCaptions', 'hardImages'];
    const names = all.filter((name) => checked[name]);
    const originals = names.map((name) => checked[name] as Tensor);
    const inputs: Tensor[] = [...originals, scale, ...(definition.bias ? [definition.bias] : [])];

    const forward = (): ForwardState => {
      const embeddings: Record<string, Tensor2D> = {};
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
        embeddings[name] = flat;
      }
      const layout = definition.layout(checked);
      const checkedScale = withinReach(scale, normalize ? undefined : embeddings);
      const blocks = layout.map((block) =>
        computeBlock(block, definition.objective, embeddings, checkedScale, chunkSize),
      );
      return {
        isTerm: definition.isTerm,
        blocks,
        embeddings,
        inverses,
        divisors,
        scale: checkedScale,
      };
    };
    const lossOf = ({ blocks }: ForwardState): Scalar => addN(blocks.map(({ result }) => result.loss));
    const gradientsOf = ({
      blocks,
      embeddings,
      inverses,
      divisors,
      scale: checkedScale,
    }: ForwardState): Tensor[] => {
      const gradientParts: GradientParts = Object.fromEntries(names.map((name) => [name, []]));
      const ofScale = blocks.map(({ back }) => back(gradientParts));
      const toInputs = originals.map((original, index) => {
        const name = names[index] as EmbeddingName;
        let flat = addN(gradientParts[name] as Tensor2D[]);
        if (normalize) {
          const near = unitRowsGradient(flat, embeddings[name] as Tensor2D, inverses[name] as Tensor2D);
          flat = div(near, divisors[name] as Tensor2D);
        }
        return reshape(mul(flat, checkedScale), original.shape);
      });
      return [...toInputs, addN(ofScale), ...blocks.flatMap(({ result }) => result.ofBias ?? [])];
    };
    const watcher = currentWatcher();
    if (watcher || !engine().isTapeOn()) {
      const state = forward();
      watcher?.(state);
      return lossOf(state);
    }
    const loss = customGrad((...args) => {
      const state = forward();
      const gradients = gradientsOf(state);
      (args.at(-1) as GradSaveFunc)([...gradients, ...inputs]);
      const gradFunc = (dy: Tensor, saved: Tensor[]): Tensor[] =>
        inputs.map((_, index) =>
          firstOrderOnly(op, mul(saved[index] as Tensor, dy), [dy, ...saved.slice(inputs.length)], saved),
        );
      return { value: lossOf(state), gradFunc };
    });
    return loss(...inputs) as Scalar;
  });
}
