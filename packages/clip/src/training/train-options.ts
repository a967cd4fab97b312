import { shown } from '@slipform/kit/printable';
import { InputError } from '../input-error';
import { checkModel } from '../model/check-model';
import type { ClipModel } from '../model/clip-model';
import { type FieldNames, refuseUnknownOptions } from '../refuse-unknown-options';
import type { CheckpointOptions } from './checkpoint/checkpoint-options';
import type { MetricsOptions } from './metrics/train-metrics';
import type { Optimizer } from './optimizer';
import type { TrainLoss } from './step-gradients';
import type { EmbeddedBatch } from './train-batch';
import type { TrainData } from './train-data';
import type { TrainableRule } from './trainable';

export interface TrainReport {
  /** Steps done, from 1. */
  readonly step: number;
  readonly steps: number;
  /** Loss of this step's batch, before the update. */
  readonly loss: number;
  /** 1/τ that the loss was computed with. */
  readonly logitScale: number;
  readonly learningRate: number;
  /** Rate over the last steps. */
  readonly stepsPerSecond: number;
}

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
  /** Saves the run now and then, so that it can be resumed. */
  readonly checkpoint?: CheckpointOptions;
  /**
   * Go on from the last good checkpoint in `checkpoint.folder`, or from the start where there is none. The
   * model, the loss, the data and the options have to be those of the run that was interrupted.
   */
  readonly resume?: boolean;
  /** Without `resume`: remove the checkpoints and metrics of an earlier run that are in the way. */
  readonly overwrite?: boolean;
  /** Measures the run now and then. */
  readonly metrics?: MetricsOptions;
  /** Called after each step. */
  readonly onStep?: (report: TrainReport) => void | Promise<void>;
  /** Sees the embeddings of a step's batch outside the tape, for instance for a gradient budget; they are freed after it. */
  readonly inspect?: (
    batch: EmbeddedBatch,
    at: { readonly step: number; readonly logitScale: number },
  ) => void | Promise<void>;
  /** Inspect the first step and then each one whose number this divides. Default 100. */
  readonly inspectEvery?: number;
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
  checkpoint: true,
  resume: true,
  overwrite: true,
  metrics: true,
  onStep: true,
  inspect: true,
  inspectEvery: true,
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
  const { model, optimizer, steps, inspectEvery, microBatch, resume, checkpoint, metrics } = options;
  const { signal, overwrite, onStep, inspect } = options;
  checkModel('trainClip', model);
  checkOptimizer(optimizer);
  if (typeof options.loss !== 'function') {
    throw new InputError(`trainClip: loss must be a function, got ${shown(options.loss)}.`);
  }
  if (Array.isArray(options.data) && options.data.length === 0) {
    throw new InputError('trainClip: data held no batch: it must have one to train on, got an empty array.');
  }
  checkRecord('checkpoint', checkpoint, '{ folder }');
  checkRecord('metrics', metrics, '{ to }, a file or a function');
  checkSignal('trainClip', signal);
  checkType('resume', resume, 'boolean', 'true or false');
  checkType('overwrite', overwrite, 'boolean', 'true or false');
  checkType('onStep', onStep, 'function', 'a function');
  checkType('inspect', inspect, 'function', 'a function');
  checkInteger('steps', steps, 0);
  checkInteger('inspectEvery', inspectEvery, 1);
  checkInteger('microBatch', microBatch, 1);
  if (resume && checkpoint === undefined) {
    throw new InputError('trainClip: resume needs checkpoint: { folder }, where the checkpoints are.');
  }
}

/** tfjs's own optimisers are no ones of ours: they keep no learning rate by step, and nothing can save them. */
function checkOptimizer(optimizer: unknown): void {
  const isOne =
    typeof optimizer === 'object' &&
    optimizer !== null &&
    'update' in optimizer &&
    typeof optimizer.update === 'function';
  if (isOne) return;
  const got =
    typeof optimizer !== 'object' || optimizer === null
      ? typeof optimizer
      : "an object without one, as tfjs's own optimisers are";
  throw new InputError(
    `trainClip: optimizer must have update(parameters, gradients, steps), as adamW({ learningRate }) has, got ${got}.`,
  );
}

function checkRecord(name: string, value: unknown, form: string): void {
  if (value === undefined || (typeof value === 'object' && value !== null)) return;
  throw new InputError(`trainClip: ${name} must be ${form}, got ${shown(value)}.`);
}

/** Throws an InputError for what is no AbortSignal, of whatever realm. */
export function checkSignal(place: string, signal: unknown): void {
  if (signal === undefined || Object.prototype.toString.call(signal) === '[object AbortSignal]') return;
  throw new InputError(
    `${place}: signal must be an AbortSignal, such as new AbortController().signal, got ${shown(signal)}.`,
  );
}

function checkType(name: string, value: unknown, type: 'boolean' | 'function', form: string): void {
  if (value === undefined || typeof value === type) return;
  throw new InputError(`trainClip: ${name} must be ${form}, got ${shown(value)}.`);
}

function checkInteger(name: string, value: number | undefined, least: number): void {
  if (value !== undefined && (!Number.isInteger(value) || value < least)) {
    throw new InputError(`trainClip: ${name} must be an integer from ${least}, got ${shown(value)}.`);
  }
}
