import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { shown } from '@slipform/kit/text/printable';
import {
  add,
  concat,
  dispose,
  engine,
  fill,
  gatherND,
  keep,
  mul,
  type Rank,
  range,
  reshape,
  type Scalar,
  scalar,
  sum,
  Tensor,
  type Tensor2D,
  type Tensor3D,
  tidy,
  type Variable,
  variable,
  variableGrads,
  zerosLike,
} from '@tensorflow/tfjs-core';
import type { ClipModel } from '../model/clip-model';
import type { Parameters } from '../model/parameters';
import { differentiable } from '../ops/differentiable';
import { sliceRows } from '../ops/gather-rows';
import { type BatchInputs, batchInputs, type EmbeddingName, type TowerInput } from './tower-input';
import type { EmbeddedBatch, Teacher, TrainBatch } from './train-batch';

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
function checkLoss(loss: unknown): Scalar {
  if (loss instanceof Tensor && loss.isDisposed) {
    throw new InputError(
      'trainClip: loss must return a tensor that is not disposed of; trainClip does so after the step.',
    );
  }
  if (loss instanceof Tensor && loss.rank === 0) return loss as Scalar;
  const got =
    loss instanceof Tensor
      ? `a tensor of shape [${loss.shape}]`
      : loss instanceof Promise
        ? 'a Promise (a loss cannot be async)'
        : shown(loss);
  refuse('trainClip', 'loss', 'must return a scalar tensor', got);
}

/**
 * Embeds a batch on the tape: images and hard images in one pass, captions and hard captions in one pass,
 * since two passes over half the rows take longer on every backend.
 */
export function embedBatch(model: ClipModel, batch: TrainBatch): EmbeddedBatch {
  return { ...embedInputs(model, batchInputs(model, batch)), ...annotations(batch) };
}

/** Embeds the inputs of a batch on the tape. */
export function embedInputs(
  model: ClipModel,
  { images, captions, hardCaptions, hardImages }: BatchInputs,
): Pick<EmbeddedBatch, EmbeddingName> {
  const [embeddedImages, embeddedHardImages] = embedBoth(images, hardImages, model);
  const [embeddedCaptions, embeddedHardCaptions] = embedBoth(captions, hardCaptions, model);
  return {
    images: embeddedImages as Tensor2D,
    captions: embeddedCaptions as Tensor2D,
    ...(embeddedHardCaptions === undefined ? {} : { hardCaptions: embeddedHardCaptions }),
    ...(embeddedHardImages === undefined ? {} : { hardImages: embeddedHardImages as Tensor2D }),
  };
}

/** What goes to the loss as it came. */
function annotations({
  concreteness,
  valid,
  textIds,
  groups,
  teacher,
}: TrainBatch): Omit<EmbeddedBatch, EmbeddingName> {
  return {
    ...(concreteness === undefined ? {} : { concreteness }),
    ...(valid === undefined ? {} : { valid }),
    ...(textIds === undefined ? {} : { textIds }),
    ...(groups === undefined ? {} : { groups }),
    // trainClip has made tensors of it.
    ...(teacher === undefined ? {} : { teacher: teacher as Teacher }),
  };
}

function embedBoth(
  own: TowerInput,
  hard: TowerInput | undefined,
  model: ClipModel,
): [Tensor2D, Tensor2D | Tensor3D | undefined] {
  const first = own.take(0, own.rows);
  if (hard === undefined) return [own.embed(first), undefined];
  const second = hard.take(0, hard.rows);
  if (hard.kind !== own.kind) return [own.embed(first), byPair(hard.embed(second), hard.perPair)];
  const both = own.embed(
    own.kind === 'tokens'
      ? stackTokens(first as Tensor2D, second as Tensor2D, model.config.text.endToken)
      : concat<Tensor>([first, second], 0),
  );
  const width = both.shape[1];
  const shape = pairShape(hard.rows, hard.perPair, width);
  return [sliceRows(both, 0, own.rows), sliceRows<Tensor2D | Tensor3D>(both, own.rows, hard.rows, shape)];
}

/** [rows, width], or [pairs, K, width] where there are K for each pair. */
export function pairShape(rows: number, perPair: number | undefined, width: number): number[] {
  return perPair === undefined ? [rows, width] : [rows / perPair, perPair, width];
}

function byPair(x: Tensor2D, perPair: number | undefined): Tensor2D | Tensor3D {
  return perPair === undefined
    ? x
    : sliceRows<Tensor3D>(x, 0, x.shape[0], pairShape(x.shape[0], perPair, x.shape[1]));
}

/** Both matrices one above the other, the narrower one padded. */
function stackTokens(a: Tensor2D, b: Tensor2D, padding: number): Tensor2D {
  const length = Math.max(a.shape[1], b.shape[1]);
  return concat([widen(a, length, padding), widen(b, length, padding)], 0);
}

function widen(x: Tensor2D, length: number, padding: number): Tensor2D {
  const [rows, have] = x.shape;
  return have === length ? x : concat([x, fill([rows, length - have], padding, 'int32') as Tensor2D], 1);
}

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

/** All rows' embeddings, [rows, embeddingSize] or [pairs, K, embeddingSize]; computed in parts of a limited number of rows. */
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

/**
 * Value and gradients, by name, of a function of those parameters that are trainable; parameters that it does
 * not depend on have none.
 *
 * When `compute` throws, its error comes out, and `kept` and everything on the tape is freed. tfjs frees the
 * tape only after a gradient has been taken, so one is taken then as well, of a constant.
 */
export function lossGradients(
  { parameters }: { readonly parameters: Parameters },
  compute: () => Scalar,
  kept: readonly Tensor[],
): { readonly value: Scalar; readonly gradients: ReadonlyMap<string, Tensor> } {
  const trained = [...parameters].filter(([, variable]) => variable.trainable);
  const variables = trained.map(([, variable]) => variable);
  let failure: { readonly error: unknown } | undefined;
  let computed: Scalar | undefined;
  let number: number | undefined;
  const taken = () =>
    variableGrads(() => {
      try {
        computed = compute();
        return computed;
      } catch (error) {
        failure = { error };
        return constant(variables);
      }
    }, variables);
  let found: ReturnType<typeof taken>;
  try {
    // tfjs throws after the forward pass where no variable has a gradient; the tidy frees the value then.
    found = tidy(() => {
      try {
        return taken();
      } catch (error) {
        number = numberOf(computed);
        throw error;
      }
    });
  } catch (error) {
    freeTape();
    dispose([...kept]);
    throw explained(error, number);
  }
  const { value, grads } = found;
  if (failure !== undefined) {
    dispose([value, ...Object.values(grads), ...kept]);
    throw explained(failure.error, undefined);
  }
  const gradients = new Map<string, Tensor>();
  for (const [name, variable] of trained) {
    const gradient = grads[variable.name];
    if (gradient !== undefined) gradients.set(name, gradient);
  }
  return { value, gradients };
}

function numberOf(loss: Scalar | undefined): number | undefined {
  try {
    return loss?.dataSync()[0];
  } catch {
    // Disposed of, or on a backend that only reads later.
    return undefined;
  }
}

/** tfjs's error of a step, in our words where it is the loss's; with its stack, which has the line. */
function explained(error: unknown, loss: number | undefined): unknown {
  if (!(error instanceof Error)) return error;
  const ours = reasonOf(error, loss);
  if (ours === undefined) return error;
  const explanation = new InputError(ours, { cause: error });
  if (error.stack !== undefined) explanation.stack = error.stack;
  return explanation;
}

function reasonOf(error: Error, loss: number | undefined): string | undefined {
  if (error.message.startsWith('Cannot find a connection')) {
    const value = loss === undefined ? '' : `; its value is ${loss}`;
    return `trainClip: the loss must depend on a trainable parameter; it depends on none${value}.`;
  }
  if (error.message === 'Tensor is disposed.') {
    return 'trainClip: the loss or the batch uses a tensor that has been disposed of; make it anew for each step, or tf.keep it, and leave the embeddings and the loss to trainClip.';
  }
  const kernel = /gradient function not found for (.*?)\.?$/.exec(error.message)?.[1];
  if (kernel === undefined) return undefined;
  return `trainClip: the loss must be made of ops that have a gradient, and tfjs-core alone has none of ${kernel}; import '@tensorflow/tfjs', which brings them all, or give the op one with tf.customGrad.`;
}

/** What the tape saved for a backward pass that failed: tfjs frees it at the end of one, and forgets it at the next. */
function freeTape(): void {
  const { state } = engine();
  if (state.gradientDepth > 0) return;
  for (const { saved } of state.activeTape ?? []) dispose(saved ?? []);
  state.activeTape = [];
}

/** 0, with a gradient of zeros for the smallest of the variables. */
function constant(variables: readonly Variable[]): Scalar {
  const smallest = variables.reduce((least, x) => (x.size < least.size ? x : least));
  return differentiable<Scalar>([smallest], () => ({
    value: scalar(0),
    gradient: () => [zerosLike(smallest)],
  }));
}
