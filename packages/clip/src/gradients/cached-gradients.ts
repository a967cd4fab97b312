import {
  add,
  concat,
  dispose,
  gatherND,
  type Rank,
  range,
  reshape,
  type Tensor,
  type Tensor2D,
  tidy,
  type Variable,
  variable,
} from '@tensorflow/tfjs-core';
import type { ClipModel } from '../model/clip-model';
import { pairShape } from './embed-batch';
import {
  embeddedBatch,
  innerProducts,
  inParameterOrder,
  isTrained,
  lossOfEmbeddings,
} from './embedding-loss';
import { lossGradients } from './loss-gradients';
import type { StepGradients, TrainLoss } from './step-gradients';
import { batchInputs, type EmbeddingName, type TowerInput } from './tower-input';
import type { TrainBatch } from './train-batch';

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
    for (const [name, input] of inputs) {
      embedded.set(
        name,
        tidy(() => variable(embedInPieces(input, microBatch), true)),
      );
    }
    const embeddings = embeddedBatch(embedded, batch);
    const tensors = tidy(() => {
      const logitScale = model.logitScale();
      const { value, gradients } = lossOfEmbeddings(model, embedded, embeddings, loss);
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

/** All rows' embeddings, [rows, embeddingSize] or [pairs, K, embeddingSize]; at most so many rows are computed at once. */
export function embedInPieces(input: TowerInput, microBatch: number): Tensor {
  return tidy(() => {
    const pieces = piecesOf(input.rows, microBatch).map(([start, count]) =>
      tidy(() => input.embed(input.take(start, count))),
    );
    const all: Tensor2D = pieces.length === 1 ? pieces[0]! : concat(pieces, 0);
    return reshape(all, pairShape(input.rows, input.perPair, all.shape[1]));
  });
}

/** Adds the gradients of Σ E∘slope to `total`, by parameter. */
export function backpropagate(
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
      const { value, gradients } = lossGradients(model, () => innerProducts([[input.embed(rows), part]]), []);
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

/** [start, count] of each micro-batch. */
function piecesOf(rows: number, microBatch: number): [number, number][] {
  return Array.from({ length: Math.ceil(rows / microBatch) }, (_, i) => [
    i * microBatch,
    Math.min(microBatch, rows - i * microBatch),
  ]);
}
