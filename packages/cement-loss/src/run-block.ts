import {
  add,
  addN,
  concat,
  dispose,
  div,
  matMul,
  maximum,
  mul,
  reshape,
  type Scalar,
  scalar,
  sub,
  sum,
  type Tensor,
  type Tensor2D,
  tidy,
  transpose,
} from '@tensorflow/tfjs-core';
import type { Block } from './block';
import { maskOf } from './mask';
import type { Objective, Outcome, Recall } from './objective';
import { addUnstacked, type Part, type Parts, stackParts } from './parts';
import { easyLogits, rowsOf, type Tile, tilesOf } from './tiles';

/** A block's way forward, and what its way back needs. */
export interface Run {
  readonly block: Block;
  readonly tiles: readonly Tile[];
  /** The easy logits, kept only when they are one tile; else they are computed again. */
  readonly kept?: Tensor2D | undefined;
  /** The easy logits of a tile, for as long as the way forward's tensors live. */
  readonly easy: (tile: Tile) => Tensor2D;
  /** How many rows the mean is over. */
  readonly counted: Scalar;
  readonly outcome: Outcome;
}

export function runBlock(
  block: Block,
  objective: Objective,
  parts: Parts,
  scale: Scalar,
  bias: Scalar | undefined,
  chunkSize: number | undefined,
): Run {
  const images = stackParts(parts, block.imageParts);
  const texts = stackParts(parts, block.textParts);
  const rows = images.shape[0];
  const logitsOf = (others: Tensor2D): Tensor2D => {
    const similar = sum<Tensor2D>(mul(...besideImages(images, others)), 2);
    const logits = mul<Tensor2D>(similar, scale);
    return bias ? add<Tensor2D>(logits, bias) : logits;
  };
  const { present, ownPresent } = block;
  const own = block.ownParts && logitsOf(stackParts(parts, block.ownParts));

  const tiles = tilesOf(rows, chunkSize);
  const transposed = transpose(texts) as Tensor2D;
  const scaled = mul<Tensor2D>(images, scale);
  const compute = (tile: Tile) => easyLogits(block, scaled, transposed, tile, bias, (tensor) => tensor);
  const kept = tiles.length === 1 && tiles[0] ? compute(tiles[0]) : undefined;
  const easy = (tile: Tile) => kept ?? compute(tile);
  // With no pair present at all the loss is 0, not 0/0.
  const counted: Scalar = present ? maximum(sum(present), 1) : scalar(rows);
  const outcome = objective({
    block,
    scale,
    positives: logitsOf(stackParts(parts, pairedWithImages(block))),
    own: own && ownPresent ? add<Tensor2D>(own, maskOf(ownPresent)) : own,
    weights: div(present ?? 1, counted),
    eachTile: (see) => tiles.map((tile) => tidy(() => see(easy(tile), tile))),
  });
  return { block, tiles, kept, easy, counted, outcome };
}

/** What {@link runBack} will recall. */
export function rememberedOf({ block, kept, outcome }: Run): Tensor[] {
  const { pull, hard, marginPull, remembered } = outcome;
  const { textPresent, present, groups } = block;
  const masks = kept ? [kept] : [textPresent, present, groups?.rows, groups?.columns];
  return [pull, hard, marginPull, ...remembered, ...masks].filter((tensor) => tensor !== undefined);
}

/**
 * Adds ∂loss/∂(embeddings)·τ of a block to `gradients`. With G = ∂loss/∂z of the easy negatives, `[R, C]`:
 *
 *     ∂loss/∂images = G·texts / τ + …     ∂loss/∂texts = Gᵀ·images / τ + …
 *
 * and positives and own hard negatives pair by pair.
 *
 * @returns `logitScale`: ∂loss/∂(1/τ); `bias`: Σ ∂loss/∂z.
 */
export function runBack(
  { block, tiles, kept, outcome }: Run,
  recall: Recall,
  parts: Parts,
  scale: Scalar,
  bias: Scalar | undefined,
  gradients: Parts,
): { logitScale: Scalar; bias: Scalar | undefined } {
  const images = stackParts(parts, block.imageParts);
  const texts = stackParts(parts, block.textParts);
  const pull = recall(outcome.pull);
  const hard = outcome.hard && recall(outcome.hard);
  const scaled = mul<Tensor2D>(images, scale);
  const transposed = transpose(texts) as Tensor2D;

  let toTexts: Tensor2D | undefined;
  const found = tiles.map((tile) => {
    const before = toTexts;
    const piece = tidy(() => {
      const easy = kept ? recall(kept) : easyLogits(block, scaled, transposed, tile, bias, recall);
      const grid = outcome.grid(easy, tile, recall);
      const back = matMul(transpose(grid) as Tensor2D, rowsOf(images, tile));
      return {
        images: matMul(grid, texts),
        texts: before ? add<Tensor2D>(before, back) : (back as Tensor2D),
        ...(bias && { total: sum<Scalar>(grid) }),
      };
    });
    if (before) dispose(before);
    toTexts = piece.texts;
    return piece;
  });
  if (toTexts) addUnstacked(gradients, block.textParts, toTexts, parts);

  const partners = pairedWithImages(block);
  addUnstacked(gradients, partners, mul(images, mul(pull, -1)), parts);
  const pieces = found.map((piece) => piece.images);
  let toImages = sub<Tensor2D>(
    pieces.length === 1 && pieces[0] ? pieces[0] : (concat(pieces, 0) as Tensor2D),
    mul(pull, stackParts(parts, partners)),
  );
  if (hard && block.ownParts) {
    const own = stackParts(parts, block.ownParts);
    const [flat, beside] = besideImages(images, own);
    const push = reshape(hard, [...hard.shape, 1]);
    toImages = add<Tensor2D>(toImages, sum(mul(push, beside), 1));
    addUnstacked(gradients, block.ownParts, reshape(mul(push, flat), own.shape), parts);
  }
  addUnstacked(gradients, block.imageParts, toImages, parts);

  const ofScale = sum<Scalar>(mul(images, toImages));
  const totals = found.flatMap(({ total }) => total ?? []);
  return {
    logitScale: outcome.marginPull ? add<Scalar>(ofScale, recall(outcome.marginPull)) : ofScale,
    bias: bias && addN([...totals, mul<Scalar>(sum(pull), -1), ...(hard ? [sum<Scalar>(hard)] : [])]),
  };
}

/** The parts that hold the positives of the image rows. */
export function pairedWithImages({ imageParts, textParts }: Block): readonly Part[] {
  return textParts.slice(0, imageParts.length);
}

/** `[R, 1, D]` and `[R, K, D]` */
export function besideImages(images: Tensor2D, others: Tensor2D): [Tensor, Tensor] {
  const [rows, dim] = images.shape;
  return [reshape(images, [rows, 1, dim]), reshape(others, [rows, -1, dim])];
}
