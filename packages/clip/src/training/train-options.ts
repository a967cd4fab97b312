import { shown } from '@slipform/kit/printable';
import { InputError } from '../input-error';
import { checkModel } from '../model/check-model';
import type { ClipModel } from '../model/clip-model';
import { type FieldNames, refuseUnknownOptions } from '../refuse-unknown-options';
import type { Observer } from './observers/observer';
import type { Optimizer } from './optimizer';
import type { TrainLoss } from './step-gradients';
import { isTfOptimizer } from './tf-optimizer';
import type { TrainData } from './train-data';
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
   * Gradient caching: at most so many images or texts are on the tape at once, and the gradient of the whole
   * batch is the same. Memory follows this number instead of the batch; time grows by a third. Default: the
   * whole batch at once.
   */
  readonly microBatch?: number;
  /**
   * What is trained, by Hugging Face's names, everything else frozen; the parameters' own flags come back after
   * the run. A function of the name, or patterns of which one has to match: a RegExp, or a string with `*` for
   * anything; a string that begins with `!` freezes what it matches. `['!vision_model.*']` trains all but the
   * image tower's layers. A tower is taped from its first trained layer on. Default: what is trainable.
   */
  readonly trainable?: TrainableRule;
  /**
   * Who looks at the run, in this order: {@link metricsFile}, {@link tensorBoard}, {@link evaluator},
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

/** The fields of {@link TrainOptions}. */
export const trainOptions: FieldNames<TrainOptions> = {
  model: true,
  data: true,
  loss: true,
  optimizer: true,
  steps: true,
  microBatch: true,
  trainable: true,
  observe: true,
  resume: true,
  overwrite: true,
  signal: true,
};

export interface TrainResult {
  /** Steps done, those before a checkpoint included. */
  readonly steps: number;
  /** Loss of the last step; NaN if there was none. */
  readonly loss: number;
  /** Whether `signal` ended the run. */
  readonly aborted: boolean;
}

/** Throws an InputError for an unknown option, or one out of its range. */
export function checkTrainOptions(options: TrainOptions): void {
  if (typeof options !== 'object' || options === null) {
    throw new InputError(
      `trainClip: options must be { model, data, loss, optimizer, steps }, got ${shown(options)}.`,
    );
  }
  refuseUnknownOptions('trainClip', options, trainOptions);
  const { model, optimizer, steps, microBatch, resume, overwrite, signal } = options;
  checkModel('trainClip', model);
  checkOptimizer(optimizer);
  if (typeof options.loss !== 'function') {
    throw new InputError(`trainClip: loss must be a function, got ${shown(options.loss)}.`);
  }
  if (Array.isArray(options.data) && options.data.length === 0) {
    throw new InputError('trainClip: data held no batch: it must have one to train on, got an empty array.');
  }
  checkSignal('trainClip', signal);
  checkType('resume', resume, 'boolean', 'true or false');
  checkType('overwrite', overwrite, 'boolean', 'true or false');
  checkInteger('steps', steps, 0);
  checkInteger('microBatch', microBatch, 1);
}

/** tfjs's own optimisers have another form, which {@link fromTfOptimizer} adapts. */
function checkOptimizer(optimizer: unknown): void {
  const isOne =
    typeof optimizer === 'object' &&
    optimizer !== null &&
    'update' in optimizer &&
    typeof optimizer.update === 'function';
  if (isOne) return;
  if (isTfOptimizer(optimizer)) {
    throw new InputError(
      "trainClip: optimizer must have update(parameters, gradients, options), as adamW({ learningRate }) has, got one of tfjs's own; pass fromTfOptimizer(optimizer).",
    );
  }
  throw new InputError(
    `trainClip: optimizer must have update(parameters, gradients, options), as adamW({ learningRate }) has, got ${shown(optimizer)}.`,
  );
}

/** Throws an InputError for what is no AbortSignal, of whatever realm. */
export function checkSignal(place: string, signal: unknown): void {
  if (signal === undefined || Object.prototype.toString.call(signal) === '[object AbortSignal]') return;
  throw new InputError(
    `${place}: signal must be an AbortSignal, such as new AbortController().signal, got ${shown(signal)}.`,
  );
}

function checkType(name: string, value: unknown, type: 'boolean', form: string): void {
  if (value === undefined || typeof value === type) return;
  throw new InputError(`trainClip: ${name} must be ${form}, got ${shown(value)}.`);
}

function checkInteger(name: string, value: number | undefined, least: number): void {
  if (value !== undefined && (!Number.isInteger(value) || value < least)) {
    throw new InputError(`trainClip: ${name} must be an integer from ${least}, got ${shown(value)}.`);
  }
}
