import {
  add,
  mul,
  type Scalar,
  sum,
  type Tensor,
  type Tensor2D,
  type Tensor3D,
  type Variable,
} from '@tensorflow/tfjs-core';
import type { ClipModel } from '../model/clip-model';
import { differentiable } from '../ops/differentiable';
import { annotations } from './embed-batch';
import { lossGradients } from './loss-gradients';
import { checkLoss, type TrainLoss } from './step-gradients';
import type { EmbeddingName } from './tower-input';
import type { EmbeddedBatch, TrainBatch } from './train-batch';

/** A batch's embeddings as variables, so that a loss can be differentiated by them. */
export type EmbeddedFields = ReadonlyMap<EmbeddingName, Variable>;

/** A batch's embeddings as the loss takes them. */
export function embeddedBatch(embedded: EmbeddedFields, batch: TrainBatch): EmbeddedBatch {
  const hardCaptions = embedded.get('hardCaptions') as Tensor as Tensor2D | Tensor3D | undefined;
  const hardImages = embedded.get('hardImages') as Tensor as Tensor2D | undefined;
  return {
    images: embedded.get('images') as Tensor as Tensor2D,
    captions: embedded.get('captions') as Tensor as Tensor2D,
    ...(hardCaptions === undefined ? {} : { hardCaptions }),
    ...(hardImages === undefined ? {} : { hardImages }),
    ...annotations(batch),
  };
}

/** L of embeddings E, whatever it is, and its gradients: ∂L/∂E by field, and ∂L/∂ln(1/τ) as `logit_scale` where it is trained. */
export function lossOfEmbeddings(
  model: ClipModel,
  embedded: EmbeddedFields,
  embeddings: EmbeddedBatch,
  loss: TrainLoss,
): ReturnType<typeof lossGradients> {
  const trained = new Map<string, Variable>(embedded);
  const logitScale = model.parameter('logit_scale');
  if (logitScale.trainable) trained.set('logit_scale', logitScale);
  const compute = () => checkLoss(loss(embeddings, { logitScale: model.logitScale() }));
  return lossGradients({ parameters: trained }, compute, []);
}

/** Σ x∘w over pairs of tensors; ∂/∂x = w. tfjs-core alone has no gradient of a sum. */
export function innerProducts(pairs: readonly (readonly [x: Tensor, w: Tensor])[]): Scalar {
  const inputs = pairs.map(([x]) => x);
  return differentiable<Scalar>(inputs, (save) => {
    const weights = pairs.map(([, w]) => w);
    save(...weights);
    const products = pairs.map(([x, w]) => sum<Scalar>(mul(x, w)));
    return {
      value: products.reduce((a, b) => add(a, b)),
      gradient: (dy, slopes) => slopes.map((slope) => mul(slope, dy)),
    };
  });
}

/** The tower that a parameter belongs to; undefined for the logit scale. */
export function towerOf(parameter: string): 'image' | 'text' | undefined {
  if (/^vis(ion_model|ual_projection)\./.test(parameter)) return 'image';
  return /^text_(model|projection)\./.test(parameter) ? 'text' : undefined;
}

/** Whether something of the tower is trained. */
export function isTrained(model: ClipModel, tower: 'image' | 'text'): boolean {
  return [...model.parameters].some(([name, { trainable }]) => trainable && towerOf(name) === tower);
}

/** In the model's order, as the direct gradient has them: an optimiser's groups follow it. */
export function inParameterOrder(
  model: ClipModel,
  gradients: ReadonlyMap<string, Tensor>,
): [string, Tensor][] {
  return [...model.parameters.keys()].flatMap((name): [string, Tensor][] => {
    const gradient = gradients.get(name);
    return gradient === undefined ? [] : [[name, gradient]];
  });
}
