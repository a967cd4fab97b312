import {
  dispose,
  getBackend,
  type Tensor,
  tensor,
  tidy,
  type Variable,
  variable,
} from '@tensorflow/tfjs-core';
import type { StepGradients, TrainLoss } from '../gradients/batch-gradients';
import {
  embeddedBatch,
  inParameterOrder,
  isTrained,
  lossOfEmbeddings,
  pairShape,
} from '../gradients/batch-gradients';
import { type BatchInputs, batchInputs, type EmbeddingName, type TowerInput } from '../gradients/tower-input';
import type { TrainBatch } from '../gradients/train-batch';
import type { ClipModel } from '../model/clip-model';
import type { TrainingWorkers } from '../workers/training-workers';

/**
 * Loss and gradients of one batch that workers embed and differentiate, a part each. The chain rule is that of
 * `cachedGradients`: the loss is taken here, of all embeddings, and its gradients by them go back to the workers. Without
 * `microBatch` a worker keeps its tape meanwhile; else it embeds its part again.
 */
export async function parallelGradients(
  workers: TrainingWorkers,
  model: ClipModel,
  batch: TrainBatch,
  loss: TrainLoss,
  microBatch: number | undefined,
): Promise<StepGradients> {
  const inputs = batchInputs(model, batch);
  const embedded = new Map<EmbeddingName, Variable>();
  const made: Tensor[] = [];
  try {
    for (const [name, values] of await workers.embed(inputs, microBatch)) {
      embedded.set(name, toVariable(values, inputs[name]!));
    }
    made.push(...embedded.values());
    const embeddings = embeddedBatch(embedded, batch);
    const logitScale = model.logitScale();
    made.push(logitScale);
    const { value, gradients: slopes } = lossOfEmbeddings(model, embedded, embeddings, loss);
    made.push(value, ...slopes.values());
    const summed = await workers.backpropagate(slopesOfTowers(model, inputs, slopes));
    const found = new Map<string, Tensor>();
    for (const [name, values] of summed.gradients) {
      const gradient = tensor(own(values), model.parameter(name).shape);
      found.set(name, gradient);
      made.push(gradient);
    }
    const scaleGradient = slopes.get('logit_scale');
    if (scaleGradient !== undefined) found.set('logit_scale', scaleGradient);
    const ofScale = scaleGradient?.dataSync()[0] ?? 0;
    return {
      loss: value,
      logitScale,
      gradients: new Map(inParameterOrder(model, found)),
      squaredNorm: summed.squaredNorm + ofScale * ofScale,
      embeddings,
      free: () => dispose(made),
    };
  } catch (error) {
    dispose(made);
    throw error;
  }
}

/** As a variable, by which the loss can be differentiated. */
function toVariable(values: Float32Array, { rows, perPair }: TowerInput): Variable {
  return tidy(() => variable(tensor(values, pairShape(rows, perPair, values.length / rows)), true));
}

/** The loss's gradients by the embeddings of those fields whose towers are trained. */
function slopesOfTowers(
  model: ClipModel,
  inputs: BatchInputs,
  slopes: ReadonlyMap<string, Tensor>,
): ReadonlyMap<EmbeddingName, Float32Array> {
  const found = new Map<EmbeddingName, Float32Array>();
  for (const [name, { tower }] of Object.entries(inputs) as [EmbeddingName, TowerInput][]) {
    const slope = slopes.get(name);
    if (slope !== undefined && isTrained(model, tower)) found.set(name, slope.dataSync() as Float32Array);
  }
  return found;
}

/** The cpu backend takes an array as it is, and this one is overwritten by the next step. */
function own(values: Float32Array): Float32Array {
  return getBackend() === 'cpu' ? values.slice() : values;
}
