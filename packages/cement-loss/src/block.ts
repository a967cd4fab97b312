import {
  add,
  div,
  matMul,
  maximum,
  mul,
  pad,
  type Scalar,
  scalar,
  slice,
  sub,
  sum,
  type Tensor,
  type Tensor2D,
  transpose,
} from '@tensorflow/tfjs-core';
import type { Margin } from './margins/margin';
import { MASKED, maskOf } from './mask';
import type { Part } from './parts';
import { type RowSoftmax, rowLogSumExp, rowSoftmax } from './row-softmax';

/**
 * One symmetric contrastive loss over a matrix of logits: R rows of images, C ≥ R columns of texts, the positive
 * of image i is text i, and the texts beyond R are negatives only. Every layout is one such block or the sum of
 * two.
 */
export interface Block {
  /** What the rows of images are, stacked; R in all. */
  readonly imageParts: readonly Part[];
  /** What the rows of texts are, stacked; C in all. */
  readonly textParts: readonly Part[];
  /** `[R, C]`, 0 or MASKED; MASKED at each row's positive. */
  readonly imageMask: Tensor2D;
  /** `[R, R]`, the same for the rows of texts over images. */
  readonly textMask: Tensor2D;
  /** `[R, C]`, 1 at the own hard negatives that are there. */
  readonly imageOwn?: Tensor2D;
  /** `[R, R]`, the same for the rows of texts. */
  readonly textOwn?: Tensor2D;
  /** `[1, C]`, the margin (in its unit) of the own hard negative that stands in each column. */
  readonly columnMargins?: Tensor2D;
  /** `[R, 1]`, 1 where the row is a pair, 0 where its slot is empty and takes no part in the mean; missing: all 1. */
  readonly present?: Tensor2D;
}

export interface BlockForward {
  readonly image: RowSoftmax;
  readonly text: RowSoftmax;
  /** What each row counts in the loss: `[R, 1]`, or one scalar for all. */
  readonly weights: Tensor;
  /** The block's loss, half of each direction. */
  readonly loss: Scalar;
  /** Σ p·m/τ over own hard negatives, weighted as in the loss: what a margin in cosine units adds to ∂L/∂ln(1/τ). */
  readonly marginPull: Tensor;
}

/** Value of a block. `images` is `[R, D]`, `texts` `[C, D]`, `scale` 1/τ. */
export function blockForward(
  block: Block,
  images: Tensor2D,
  texts: Tensor2D,
  scale: Scalar,
  margin: Margin,
): BlockForward {
  const rows = images.shape[0];
  const scaled = mul<Tensor2D>(images, scale);
  const logits = matMul(scaled, transpose(texts));
  const positives = sum<Tensor2D>(mul(scaled, firstRows(texts, rows)), 1, true);
  const square = logits.shape[1] === rows ? logits : slice(logits, [0, 0], [rows, rows]);
  const { present } = block;
  // With no pair present at all the loss is 0, not 0/0.
  const weights = present ? div(present, maximum(sum(present), 1)) : scalar(1 / rows);

  const direction = (raw: Tensor, mask: Tensor2D, own: Tensor2D | undefined) => {
    const gaps = add<Tensor2D>(sub(raw, positives), mask);
    const bias = own && marginBias(gaps, own, block.columnMargins, margin, scale);
    const softmax = rowSoftmax(bias ? (add(gaps, bias) as Tensor2D) : gaps);
    const inCosines = bias && margin.unit === 'cosine';
    const pull = inCosines ? sum(mul(mul(softmax.negatives, bias), weights)) : scalar(0);
    return { softmax, pull };
  };
  const image = direction(logits, block.imageMask, block.imageOwn);
  const text = direction(transpose(square), block.textMask, block.textOwn);
  return {
    image: image.softmax,
    text: text.softmax,
    weights,
    loss: mul(sum(mul(add(image.softmax.losses, text.softmax.losses), weights)), 0.5),
    marginPull: mul(add(image.pull, text.pull), 0.5),
  };
}

/** What the way back needs of the way forward. */
export interface BlockMemory {
  readonly images: Tensor2D;
  readonly texts: Tensor2D;
  /** `[R, C]` and `[R, R]`: {@link RowSoftmax.negatives} of both directions. */
  readonly imageNegatives: Tensor2D;
  readonly textNegatives: Tensor2D;
  readonly weights: Tensor;
  readonly marginPull: Tensor;
}

/**
 * Gradients of a block's loss. With G = ∂L/∂z, the weighted probabilities of both directions less the pushes at
 * the positives:
 *
 *     ∂L/∂images = G·texts / τ     ∂L/∂texts = Gᵀ·images / τ     ∂L/∂ln(1/τ) = Σ ⟨images, ∂L/∂images⟩ + Σ p·m/τ
 *
 * The products are plain 2-D ones on explicit transposes: wasm is slow at every other kind.
 */
export function blockBackward(
  memory: BlockMemory,
  scale: Scalar,
): { images: Tensor2D; texts: Tensor2D; logScale: Scalar } {
  const { images, texts } = memory;
  const [rows, columns] = memory.imageNegatives.shape;
  const half = mul(memory.weights, 0.5);
  const fromImages = mul<Tensor2D>(memory.imageNegatives, half);
  const fromTexts = mul<Tensor2D>(memory.textNegatives, half);
  const push = add(sum(fromImages, 1, true), sum(fromTexts, 1, true));
  const grid = add<Tensor2D>(
    fromImages,
    pad(transpose(fromTexts), [
      [0, 0],
      [0, columns - rows],
    ]),
  );

  const imageGradient = mul<Tensor2D>(sub(matMul(grid, texts), mul(push, firstRows(texts, rows))), scale);
  const pulls = pad(mul<Tensor2D>(push, images), [
    [0, columns - rows],
    [0, 0],
  ]);
  const textGradient = mul<Tensor2D>(sub(matMul(transpose(grid), images), pulls), scale);
  return {
    images: imageGradient,
    texts: textGradient,
    logScale: add(sum(mul(images, imageGradient)), memory.marginPull),
  };
}

/** What the margin adds to a direction's logits: `[R, C]`, 0 but at the own hard negatives. */
function marginBias(
  gaps: Tensor2D,
  own: Tensor2D,
  columnMargins: Tensor2D | undefined,
  margin: Margin,
  scale: Scalar,
): Tensor2D | undefined {
  if (margin.perRow) {
    const mass = {
      own: rowLogSumExp(add<Tensor2D>(gaps, maskOf(own))),
      others: rowLogSumExp(add<Tensor2D>(gaps, mul(own, MASKED))),
    };
    return mul<Tensor2D>(own, margin.perRow(mass));
  }
  if (!columnMargins) return undefined;
  const logits: Tensor = margin.unit === 'cosine' ? mul(columnMargins, scale) : columnMargins;
  return mul<Tensor2D>(own, logits);
}

function firstRows(x: Tensor2D, rows: number): Tensor2D {
  return x.shape[0] === rows ? x : slice(x, [0, 0], [rows, x.shape[1]]);
}
