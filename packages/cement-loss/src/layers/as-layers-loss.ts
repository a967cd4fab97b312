import {
  cast,
  concat,
  customGrad,
  fill,
  ones,
  pad,
  reshape,
  type Scalar,
  slice,
  type Tensor,
  type Tensor2D,
  tidy,
  zeros,
} from '@tensorflow/tfjs-core';
import type { ContrastiveBatch } from '../batch/batch';
import { entryOf } from '../batch/read-batch';
import { readRatings, readValid } from '../batch/read-hard';
import { checkBoolean, checkObject, readOptions } from '../options/read-options';
import { isTensor, refuse, shapeOf } from '../options/refuse';

export interface LayersLossOptions {
  /** K, the hard captions for each pair in the model's output. Default 1; 0 for a loss without any. */
  readonly hardPerRow?: number | undefined;
  /** Whether the output ends with an image of each hard caption (K = 1). Default false. */
  readonly hardImages?: boolean | undefined;
}

/**
 * A loss of this package for `model.compile({ loss })` and `fit` of @tensorflow/tfjs-layers.
 *
 * tfjs-layers gives a loss one output at a time, so the model ends in one that holds all embeddings of a pair beside
 * each other (`tf.layers.concatenate()`): image, caption, K hard captions, and with `hardImages` an image of the hard
 * caption, `[batch, (2 + K)·D]`. The targets have the same shape, as tfjs-layers wants it: {@link layersTargets}.
 *
 * ```js
 * model.compile({ optimizer: 'adam', loss: asLayersLoss((batch) => cementLoss(batch, { logitScale: 20 })) });
 * await model.fit(inputs, layersTargets({ concreteness }, 3 * D), { epochs: 5 });
 * ```
 *
 * Leave `metrics` out of `compile`: the targets are no labels, so that `metrics: ['accuracy']` counts nothing real.
 *
 * @param loss What is made of the batch.
 * @returns `(targets, output) => loss`, a scalar. Gradients flow to the output.
 * @throws Error when the output does not divide into that many embeddings, or targets are of another shape.
 */
export function asLayersLoss(
  loss: (batch: ContrastiveBatch) => Scalar,
  options: LayersLossOptions = {},
): (targets: Tensor, output: Tensor) => Tensor {
  const op = 'asLayersLoss';
  if (typeof loss !== 'function') refuse(op, 'loss', 'be a function of a batch', loss);
  const read = readOptions(op, options, { hardPerRow: '', hardImages: '' });
  const { hardPerRow = 1, hardImages = false } = read;
  if (!(Number.isInteger(hardPerRow) && hardPerRow >= 0)) {
    refuse(op, 'hardPerRow', 'be a whole number ≥ 0', hardPerRow);
  }
  checkBoolean(op, 'hardImages', hardImages);
  if (hardImages && hardPerRow !== 1) refuse(op, 'hardPerRow', 'be 1 with hardImages', hardPerRow);
  const parts = 2 + hardPerRow + (hardImages ? 1 : 0);
  return (targets, output) =>
    tidy(() => {
      checkTensor('output', output);
      checkTensor('targets', targets);
      const [rows = 0, width = 0] = output.shape;
      if (output.rank !== 2 || width % parts !== 0) {
        refuse(op, 'output', `have shape [batch, ${parts}·D]`, output);
      }
      if (shapeOf(targets) !== shapeOf(output) || width < 2 * hardPerRow) {
        refuse(op, 'targets', `be what layersTargets returns for width ${width}`, targets);
      }
      const dim = width / parts;
      const part = (index: number): Tensor => columns(output as Tensor2D, index * dim, [rows, dim]);
      const target = (start: number): Tensor => slice(targets, [0, start], [rows, hardPerRow]);
      const value = loss({
        images: part(0),
        captions: part(1),
        ...(hardPerRow > 0 && {
          hardCaptions: columns(output as Tensor2D, 2 * dim, [rows, hardPerRow, dim]),
          concreteness: target(0),
          valid: target(hardPerRow),
        }),
        ...(hardImages && { hardImages: part(2 + hardPerRow) }),
      });
      if (!isTensor(value)) refuse(op, 'loss', 'return a scalar', value);
      return value;
    });
}

/**
 * The targets that go with {@link asLayersLoss}, `[N, width]`: concreteness in the first K columns, `valid` in the
 * next K, the rest 0. tfjs-layers insists on targets of the output's shape. Values are checked here if they are arrays,
 * since `fit` hands them on as tensors. K must be the `hardPerRow` of the loss, which can't see it from a tensor.
 *
 * @param batch `concreteness` `[N, K]` or `[N]`, 1 to 5, which a loss that needs none may leave out for `valid` alone;
 *   `valid` alike, 0 where there is no hard caption, default all 1. With `hardPerRow: 0` pass `zeros([N, width])` to
 *   `fit` instead; with hard captions such targets would say that none is valid.
 * @param width Of the model's output, at least 2·K.
 * @throws Error naming the argument when a shape or a value does not fit.
 */
export function layersTargets(
  batch: Pick<ContrastiveBatch, 'concreteness' | 'valid'>,
  width: number,
): Tensor2D {
  const op = 'layersTargets';
  return tidy(() => {
    checkObject(op, 'batch', batch);
    const slots: number[] = [];
    const given =
      entryOf(op, batch, 'valid') == null ? undefined : readValid(op, batch, (slot) => slots.push(slot));
    const unrated = entryOf(op, batch, 'concreteness') == null && given;
    // A loss that reads a rating after all becomes NaN, which is seen.
    const ratings = unrated
      ? fill(unrated.shape, Number.NaN)
      : readRatings(op, batch, (position) => slots[position] === 0);
    const { rank, size, shape } = ratings;
    if (!(size > 0 && (rank === 1 || rank === 2))) {
      refuse(op, 'concreteness', 'have shape [N, K], or [N] for K = 1', ratings);
    }
    const [rows = 1] = shape;
    const hardPerRow = size / rows;
    const valid = given ?? ones(shape);
    if (valid.size !== size) {
      refuse(op, 'valid', `have the shape of concreteness, ${shapeOf(ratings)}`, valid);
    }
    if (!(Number.isInteger(width) && width >= 2 * hardPerRow)) {
      refuse(op, 'width', `be a whole number of at least 2·K = ${2 * hardPerRow}`, width);
    }
    if (rows * width > MOST)
      refuse(op, 'width', `be at most ${Math.floor(MOST / rows)} for ${rows} rows`, width);
    const flat = (x: Tensor): Tensor2D => reshape(cast(x, 'float32'), [rows, hardPerRow]);
    const rest = zeros([rows, width - 2 * hardPerRow]) as Tensor2D;
    return concat([flat(ratings), flat(valid), rest], 1);
  });
}

/** As many numbers as targets may have: 4 GiB. */
const MOST = 2 ** 30;

function checkTensor(name: string, value: Tensor): void {
  if (!isTensor(value) || value.isDisposed) refuse('asLayersLoss', name, 'be a tensor', value);
}

/** Some columns in another shape, with a gradient of their own: tfjs-core alone registers none. */
function columns(x: Tensor2D, start: number, shape: number[]): Tensor {
  const [rows, width] = x.shape;
  const count = shape.slice(1).reduce((a, b) => a * b, 1);
  const take = customGrad((...args) => ({
    value: reshape(slice(args[0] as Tensor2D, [0, start], [rows, count]), shape),
    gradFunc: (dy: Tensor) =>
      pad(reshape(dy, [rows, count]), [
        [0, 0],
        [start, width - start - count],
      ]),
  }));
  return take(x);
}
