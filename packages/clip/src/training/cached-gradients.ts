import {
  add,
  concat,
  dispose,
  gatherND,
  mul,
  type Rank,
  range,
  reshape,
  type Scalar,
  sum,
  type Tensor,
  type Tensor2D,
  type Tensor3D,
  tidy,
  type Variable,
  variable,
} from '@tensorflow/tfjs-core';
import type { ClipModel } from '../model/clip-model';
import { differentiable } from '../ops/differentiable';
import { annotations, pairShape } from './embed-batch';
import { lossGradients } from './loss-gradients';
import { checkLoss, type StepGradients, type TrainLoss } from './step-gradients';
import { batchInputs, type TowerInput } from './tower-input';
import type { EmbeddedBatch, TrainBatch } from './train-batch';

/**
 * Loss and gradients of one batch in the memory of a small one: gradient caching (Gao et al. 2021, "Scaling
 * Deep Contrastive Learning Batch Size under Memory Limited Setup", section 3.2).
 *
 * 1. Embed all rows, `microBatch` at a time, without a tape.
 * 2. Take the loss of these embeddings E, whatever it is, and its gradients ∂L/∂E and ∂L/∂ln(1/τ).
 * 3. Embed each micro-batch again, now on the tape, and take the gradient of Σ E∘∂L/∂E with ∂L/∂E fixed; the
 *    sum over micro-batches is ∂L/∂θ by the chain rule, exactly. It costs one more forward pass.
 *
 * The towers have no dropout, so that both passes give the same embeddings. A tower in which nothing is
 * trained is embedded once, in step 1.
 */
export function cachedGradients(
  model: ClipModel,
  batch: TrainBatch,
  loss: TrainLoss,
  microBatch: number,
): StepGradients {
  const inputs = Object.entries(batchInputs(model, batch)) as [EmbeddingName, TowerInput][];
  const embedded = new Map<EmbeddingName, Variable>();
  try {
    for (const [name, input] of inputs) embedded.set(name, embed(input, microBatch));
    const embeddings: EmbeddedBatch = { ...embeddingsOf(embedded), ...annotations(batch) };
    const tensors = tidy(() => {
      const logitScale = model.logitScale();
      const { value, gradients } = lossOfEmbeddings(model, embedded, () =>
        checkLoss(loss(embeddings, { logitScale: model.logitScale() })),
      );
      const total = new Map<string, Tensor>();
      const scaleGradient = gradients.get('logit_scale');
      if (scaleGradient !== undefined) total.set('logit_scale', scaleGradient);
      for (const [name, input] of inputs) {
        const slope = gradients.get(name);
        if (slope === undefined || !isTrained(model, input.tower)) continue;
        backpropagate(model, input, slope, microBatch, total);
      }
      return { value, logitScale, gradients: Object.fromEntries(inParameterOrder(model, total)) };
    });
    return {
      loss: tensors.value,
      logitScale: tensors.logitScale,
      gradients: new Map(Object.entries(tensors.gradients)),
      embeddings,
      free: () =>
        dispose([
          tensors.value,
          tensors.logitScale,
          ...Object.values(tensors.gradients),
          ...embedded.values(),
        ]),
    };
  } catch (error) {
    dispose([...embedded.values()]);
    throw error;
  }
}

type EmbeddingName = 'images' | 'captions' | 'hardCaptions' | 'hardImages';

/** All rows' embeddings, as a variable, so that the loss can be differentiated by them. */
function embed(input: TowerInput, microBatch: number): Variable {
  return tidy(() => {
    const pieces = piecesOf(input.rows, microBatch).map(([start, count]) =>
      tidy(() => input.embed(input.take(start, count))),
    );
    const all = pieces.length === 1 ? pieces[0]! : concat(pieces, 0);
    return variable(reshape(all, pairShape(input.rows, input.perPair, all.shape[1])), true);
  });
}

function lossOfEmbeddings(
  model: ClipModel,
  embedded: ReadonlyMap<EmbeddingName, Variable>,
  compute: () => Scalar,
): ReturnType<typeof lossGradients> {
  const trained = new Map<string, Variable>(embedded);
  const logitScale = model.parameter('logit_scale');
  if (logitScale.trainable) trained.set('logit_scale', logitScale);
  return lossGradients({ parameters: trained }, compute, []);
}

/** Adds the gradients of Σ E∘slope to `total`, by parameter. */
function backpropagate(
  model: ClipModel,
  input: TowerInput,
  slope: Tensor,
  microBatch: number,
  total: Map<string, Tensor>,
): void {
  const width = slope.shape[slope.rank - 1]!;
  const slopes = reshape<Rank.R2>(slope, [input.rows, width]);
  for (const [start, count] of piecesOf(input.rows, microBatch)) {
    const summed = tidy(() => {
      const part = gatherND(slopes, reshape<Rank.R2>(range(start, start + count, 1, 'int32'), [count, 1]));
      const rows = input.take(start, count);
      const { value, gradients } = lossGradients(model, () => innerProduct(input.embed(rows), part), []);
      value.dispose();
      const sums: Record<string, Tensor> = {};
      for (const [name, gradient] of gradients) {
        const before = total.get(name);
        sums[name] = before === undefined ? gradient : add(before, gradient);
      }
      return sums;
    });
    for (const [name, gradient] of Object.entries(summed)) {
      total.get(name)?.dispose();
      total.set(name, gradient);
    }
  }
}

/** Σ x∘w; ∂/∂x = w. tfjs-core alone has no gradient of a sum. */
function innerProduct(x: Tensor2D, w: Tensor): Scalar {
  return differentiable<Scalar>([x], (save) => {
    save(w);
    return { value: sum(mul(x, w)), gradient: (dy, [slope]) => [mul(slope!, dy)] };
  });
}

/** [start, count] of each micro-batch. */
function piecesOf(rows: number, microBatch: number): [number, number][] {
  return Array.from({ length: Math.ceil(rows / microBatch) }, (_, i) => [
    i * microBatch,
    Math.min(microBatch, rows - i * microBatch),
  ]);
}

function isTrained(model: ClipModel, tower: 'image' | 'text'): boolean {
  const ofTower = tower === 'image' ? /^vis(ion_model|ual_projection)\./ : /^text_(model|projection)\./;
  return [...model.parameters].some(([name, { trainable }]) => trainable && ofTower.test(name));
}

/** In the model's order, as the direct gradient has them: an optimiser's groups follow it. */
function inParameterOrder(model: ClipModel, gradients: ReadonlyMap<string, Tensor>): [string, Tensor][] {
  return [...model.parameters.keys()].flatMap((name): [string, Tensor][] => {
    const gradient = gradients.get(name);
    return gradient === undefined ? [] : [[name, gradient]];
  });
}

function embeddingsOf(embedded: ReadonlyMap<EmbeddingName, Tensor>): EmbeddedBatch {
  const hardCaptions = embedded.get('hardCaptions') as Tensor2D | Tensor3D | undefined;
  const hardImages = embedded.get('hardImages') as Tensor2D | undefined;
  return {
    images: embedded.get('images') as Tensor2D,
    captions: embedded.get('captions') as Tensor2D,
    ...(hardCaptions === undefined ? {} : { hardCaptions }),
    ...(hardImages === undefined ? {} : { hardImages }),
  };
}
