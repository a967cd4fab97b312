import { shown } from '@slipform/kit/text/printable';
import { dispose, keep, type Scalar, Tensor } from '@tensorflow/tfjs-core';
import { InputError } from '../input-error';
import type { ClipModel } from '../model/clip-model';
import { embedBatch } from './embed-batch';
import { lossGradients } from './loss-gradients';
import type { EmbeddedBatch, TrainBatch } from './train-batch';

/** Any loss of the embeddings that is differentiable; `logitScale` is the learned scalar 1/τ. */
export type TrainLoss = (batch: EmbeddedBatch, options: { readonly logitScale: Scalar }) => Scalar;

/** What a step's batch gives; all of it lives until `free()`. */
export interface StepGradients {
  readonly loss: Scalar;
  readonly logitScale: Scalar;
  readonly gradients: ReadonlyMap<string, Tensor>;
  /** Σ‖g‖², where it is known already. */
  readonly squaredNorm?: number;
  /** Only where they were asked for. */
  readonly embeddings: EmbeddedBatch | undefined;
  free(): void;
}

/** Loss and gradients of one batch with all of it on the tape at once. */
export function directGradients(
  model: ClipModel,
  batch: TrainBatch,
  loss: TrainLoss,
  withEmbeddings: boolean,
): StepGradients {
  const kept: Tensor[] = [];
  let embeddings: EmbeddedBatch | undefined;
  let logitScale: Scalar | undefined;
  const { value, gradients } = lossGradients(
    model,
    () => {
      const embedded = embedBatch(model, batch);
      logitScale = keep(model.logitScale());
      kept.push(logitScale);
      if (withEmbeddings) {
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
export function checkLoss(loss: unknown): Scalar {
  if (loss instanceof Tensor && loss.isDisposed) {
    throw new InputError(
      'trainClip: loss must return a tensor that is not disposed of; trainClip disposes of it after the step.',
    );
  }
  if (loss instanceof Tensor && loss.rank === 0) return loss as Scalar;
  const got =
    loss instanceof Tensor
      ? `a tensor of shape [${loss.shape}]`
      : loss instanceof Promise
        ? 'a Promise (a loss cannot be async)'
        : shown(loss);
  throw new InputError(`trainClip: loss must return a scalar tensor, got ${got}.`);
}
