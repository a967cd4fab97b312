import { dispose, keep, type Scalar, Tensor } from '@tensorflow/tfjs-core';
import { InputError } from '../input-error';
import type { ClipModel } from '../model/clip-model';
import { type FieldNames, refuseUnknownOptions } from '../refuse-unknown-options';
import { embedBatch } from './embed-batch';
import { lossGradients } from './loss-gradients';
import type { Optimizer } from './optimizer';
import { StepClock } from './step-clock';
import type { EmbeddedBatch, TrainBatch } from './train-batch';

/** Batches by iteration, or one for each step (which counts from 0). */
export type TrainData =
  | Iterable<TrainBatch>
  | AsyncIterable<TrainBatch>
  | ((step: number) => TrainBatch | Promise<TrainBatch>);

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
  readonly loss: (batch: EmbeddedBatch, options: { readonly logitScale: Scalar }) => Scalar;
  readonly optimizer: Optimizer;
  /** Length of the run; it ends earlier when the data do. */
  readonly steps: number;
  /** Called after each step. */
  readonly onStep?: (report: TrainReport) => void | Promise<void>;
  /** Sees the embeddings of a step's batch outside the tape, for instance for a gradient budget; they are freed after it. */
  readonly inspect?: (
    batch: EmbeddedBatch,
    at: { readonly step: number; readonly logitScale: number },
  ) => void | Promise<void>;
  /** Inspect the first step and then each one whose number this divides. Default 100. */
  readonly inspectEvery?: number;
  /** Stops the run after the step that is under way. */
  readonly signal?: AbortSignal;
}

/** The fields of {@link TrainOptions}. */
export const trainOptions: FieldNames<TrainOptions> = {
  model: true,
  data: true,
  loss: true,
  optimizer: true,
  steps: true,
  onStep: true,
  inspect: true,
  inspectEvery: true,
  signal: true,
};

export interface TrainResult {
  /** Steps done. */
  readonly steps: number;
  /** Loss of the last step; NaN if there was none. */
  readonly loss: number;
  /** Whether `signal` ended the run. */
  readonly aborted: boolean;
}

/**
 * Trains a model with any loss: embeds each batch, asks the loss, updates the parameters, clamps the logit
 * scale at 100, and reports. The same model, data and backend give the same weights bit for bit.
 *
 * A loss that is not finite stops the run with an error that names the step, before it reaches the weights.
 * Leaks no tensor; the model and the optimiser's state stay the caller's.
 */
export async function trainClip(options: TrainOptions): Promise<TrainResult> {
  refuseUnknownOptions('trainClip', options, trainOptions);
  const { model, optimizer, steps, onStep, inspect, inspectEvery = 100, signal } = options;
  if (!Number.isInteger(steps) || steps < 0) {
    throw new InputError(`trainClip: steps must be an integer from 0, got ${steps}.`);
  }
  if (!Number.isInteger(inspectEvery) || inspectEvery < 1) {
    throw new InputError(`trainClip: inspectEvery must be an integer from 1, got ${inspectEvery}.`);
  }
  const clock = new StepClock();
  let step = 0;
  let loss = Number.NaN;
  if (signal?.aborted || steps === 0) return { steps: 0, loss, aborted: signal?.aborted ?? false };

  for await (const batch of batches(options.data, steps)) {
    const inspecting = inspect !== undefined && (step === 0 || (step + 1) % inspectEvery === 0);
    const forward = differentiate(model, batch, options.loss, inspecting);
    try {
      loss = (await forward.loss.data())[0]!;
      const logitScale = (await forward.logitScale.data())[0]!;
      if (!Number.isFinite(loss)) {
        throw new InputError(
          `trainClip: the loss became ${loss} at step ${step + 1}; the weights are those before it. Lower the learning rate, or look for NaN in the data.`,
        );
      }
      if (inspecting) await inspect(forward.embeddings!, { step: step + 1, logitScale });
      const learningRate = optimizer.update(model.parameters, forward.gradients, steps);
      model.clampLogitScale();
      step++;
      const stepsPerSecond = await clock.tick();
      await onStep?.({ step, steps, loss, logitScale, learningRate, stepsPerSecond });
    } finally {
      forward.free();
    }
    if (signal?.aborted) return { steps: step, loss, aborted: true };
    if (step === steps) break;
  }
  return { steps: step, loss, aborted: false };
}

async function* batches(data: TrainData, steps: number): AsyncGenerator<TrainBatch> {
  if (typeof data !== 'function') return yield* data;
  for (let step = 0; step < steps; step++) yield await data(step);
}

/** Loss and gradients of one batch; `embeddings` only where they are asked for. All live until `free()`. */
function differentiate(model: ClipModel, batch: TrainBatch, loss: TrainOptions['loss'], inspecting: boolean) {
  const kept: Tensor[] = [];
  let embeddings: EmbeddedBatch | undefined;
  let logitScale: Scalar | undefined;
  const { value, gradients } = lossGradients(
    model,
    () => {
      const embedded = embedBatch(model, batch);
      logitScale = keep(model.logitScale());
      kept.push(logitScale);
      if (inspecting) {
        embeddings = embedded;
        for (const field of [
          embedded.images,
          embedded.captions,
          embedded.hardCaptions,
          embedded.hardImages,
        ]) {
          if (field !== undefined) kept.push(keep(field));
        }
      }
      return checkLoss(loss(embedded, { logitScale }));
    },
    kept,
  );
  return {
    loss: value,
    logitScale: logitScale!,
    gradients,
    embeddings,
    free: () => dispose([value, ...gradients.values(), ...kept]),
  };
}

/** JavaScript may hand us anything here, and tfjs would fail on it in words of its own. */
function checkLoss(loss: unknown): Scalar {
  if (loss instanceof Tensor && loss.rank === 0) return loss as Scalar;
  const got =
    loss instanceof Tensor
      ? `a tensor of shape [${loss.shape}]`
      : loss instanceof Promise
        ? 'a Promise (a loss cannot be async)'
        : String(loss);
  throw new InputError(`trainClip: loss must return a scalar tensor, got ${got}.`);
}
