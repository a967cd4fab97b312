import {
  abortSignal,
  callback,
  defineOptions,
  flag,
  integer,
  optional,
  type RowsFor,
  type Rule,
  rule,
} from '@slipform/kit/options/options';
import type { TrainLoss } from '../gradients/batch-gradients';
import { type ClipModel, checkModel } from '../model/clip-model';
import { type WorkersOption, workersRule } from '../workers/workers-option';
import type { Observer } from './observers/observer';
import type { Optimizer } from './optimizer';
import { isTrainData, type TrainData } from './train-data';
import type { TrainableRule } from './trainable';

export interface TrainOptions {
  readonly model: ClipModel;
  readonly data: TrainData;
  /** Any loss of the embeddings that is differentiable; `logitScale` is the learned scalar 1/τ. */
  readonly loss: TrainLoss;
  readonly optimizer: Optimizer;
  /** Length of the run; it ends earlier when the data do. */
  readonly steps: number;
  /**
   * Gradient caching: the most images or texts that are on the tape at once; the gradient of the whole
   * batch is the same. Memory follows this number instead of the batch; time grows by a third. Default: the
   * whole batch at once.
   */
  readonly microBatch?: number;
  /**
   * Threads that embed and differentiate a part of each batch, on wasm and cpu; this one takes the loss of the whole
   * batch and updates the weights, and stays free for signals and data. The same number gives the same bytes, and any
   * number the same figures up to rounding. `microBatch` holds in each. In a page, `{ count, create }` says how a worker is made; its file calls `serveClip()`
   * of `@slipform/clip/worker`. Default 0: this thread alone.
   */
  readonly workers?: WorkersOption;
  /**
   * What is trained, by Hugging Face's names, everything else frozen; the parameters' own flags come back after
   * the run. A function of the name, or patterns of which one has to match: a RegExp, or a string with `*` for
   * anything; a string that begins with `!` freezes what it matches. `['!vision_model.*']` trains all but the
   * image tower's layers. A tower is taped from its first trained layer on. Default: what is trainable.
   */
  readonly trainable?: TrainableRule;
  /**
   * Low-rank adaptation (Hu et al. 2021, "LoRA"): of what `trainable` names, each attention and MLP matrix W becomes
   * W + B·A with A [rank, in] and B [out, rank], and these factors alone are trained: less memory, and a third fewer
   * products. B starts at 0 and A from a fixed seed, so that the first step sees the model as it was; the scale is 1. After
   * the run the changes are in the matrices, and a save holds them at any time. 1 to the tower's width; LoRA takes 4 to 64.
   * Default: the parameters themselves.
   */
  readonly rank?: number;
  /**
   * The model that a loss with `keepClose` keeps close to, such as the start, loaded a second time: it embeds each batch too,
   * off the tape. Embeddings that were made once, `teacher` of `trainingData`, save that time. Default: none.
   */
  readonly teacher?: ClipModel;
  /**
   * Every batch whose number this divides is trained on without its hard captions, whatever the loss: they count as missing.
   * Default: none.
   */
  readonly plainEvery?: number;
  /**
   * Who looks at the run, in this order: {@link metricsFile}, {@link evaluator},
   * {@link budgetObserver}, {@link checkpoint} and observers of yours, a function of the report of each step for one.
   */
  readonly observe?: readonly Observer[];
  /**
   * Go on from the last good checkpoint of the {@link checkpoint} in `observe`, or from the start where there is none.
   * The model, the loss, the data and the options have to be those of the run that was interrupted.
   */
  readonly resume?: boolean;
  /** Without `resume`: remove the checkpoints and metrics of an earlier run that are in the way. */
  readonly overwrite?: boolean;
  /** Stops the run after the step that is under way, and saves a checkpoint where there are any. */
  readonly signal?: AbortSignal;
}

export interface TrainResult {
  /** Steps done, those before a checkpoint included. */
  readonly steps: number;
  /** Loss of the last step; NaN if there was none. */
  readonly loss: number;
  /** Whether `signal` ended the run. */
  readonly aborted: boolean;
}

/** One row for each option, for the commands too. */
export const TRAIN_ROWS = {
  model: modelRule(),
  data: rule<TrainData>(
    'a function of the step, an iterable of batches, or an object with batchesFrom(step)',
    isTrainData,
  ),
  loss: callback<TrainLoss>(),
  optimizer: optimizerRule(),
  steps: integer({ min: 0 }),
  microBatch: optional(integer({ min: 1 })),
  workers: optional(workersRule()),
  trainable: optional(
    rule<TrainableRule>(
      'a function of the name, a pattern or an array of patterns',
      (value) =>
        typeof value === 'function' ||
        typeof value === 'string' ||
        value instanceof RegExp ||
        Array.isArray(value),
    ),
  ),
  rank: optional(integer({ min: 1 })),
  teacher: optional(modelRule()),
  plainEvery: optional(integer({ min: 1 })),
  observe: optional(rule<readonly Observer[]>('an array of observers', Array.isArray)),
  resume: optional(flag()),
  overwrite: optional(flag()),
  signal: optional(abortSignal()),
} satisfies RowsFor<TrainOptions>;

const OPTIONS = defineOptions('trainClip', TRAIN_ROWS);

/** The options, checked. Throws an InputError for an unknown one, or one out of its range. */
export function readTrainOptions(options: TrainOptions): TrainOptions {
  return OPTIONS.read(options);
}

function modelRule(): Rule<ClipModel> {
  return {
    what: 'a model of createClip or loadClip',
    // The sentence for a model that has been disposed of is another one.
    holds: () => true,
    copy(value, place) {
      checkModel(place, value);
      return value;
    },
  };
}

function optimizerRule(): Rule<Optimizer> {
  return rule<Optimizer>(
    'an object with update(parameters, gradients, options), such as adamW({ learningRate })',
    (value) =>
      typeof value === 'object' && value !== null && 'update' in value && typeof value.update === 'function',
  );
}
