import {
  add,
  concat,
  dispose,
  div,
  matMul,
  maximum,
  mul,
  neg,
  ones,
  reshape,
  type Scalar,
  slice,
  sum,
  type Tensor,
  type Tensor2D,
  tidy,
  transpose,
  zerosLike,
} from '@tensorflow/tfjs-core';
import type { Block } from './block';
import { maskOf, maskOfTile } from './mask';
import type { Objective, Outcome } from './objective';
import { type Part, type Parts, type Pieces, stackParts, unstackInto } from './parts';
import { rowsOf, type Tile, tilesOf } from './tiles';

/** A block's way forward, and its way back. */
export interface Run {
  readonly block: Block;
  readonly tiles: readonly Tile[];
  /** The easy logits of a tile. */
  readonly easy: (tile: Tile) => Tensor2D;
  /** How many rows the mean is over. */
  readonly counted: Tensor;
  readonly outcome: Outcome;
  /** Adds ∂loss/∂(embeddings)·τ to `pieces`; returns ∂loss/∂(1/τ). */
  readonly back: (pieces: Pieces) => Scalar;
}

/**
 * Positives and own hard negatives are R·(1 + K) numbers that are worked out one by one, and masked in the matrix of
 * logits, whose other entries are the easy negatives. Margins then touch those few numbers only.
 *
 * With G = ∂loss/∂z of the easy negatives, `[R, C]`, the way back is
 *
 *     ∂loss/∂images = G·texts / τ + …     ∂loss/∂texts = Gᵀ·images / τ + …
 *
 * and positives and own hard negatives pair by pair.
 */
export function runBlock(
  block: Block,
  objective: Objective,
  parts: Parts,
  scale: Scalar,
  chunkSize: number | undefined,
): Run {
  const { imageParts, textParts, ownParts, ownPresent, present } = block;
  const images = stackParts(parts, imageParts);
  const texts = stackParts(parts, textParts);
  const [rows, dim] = images.shape;
  const scaled = mul<Tensor2D>(images, scale);
  // Plain products only: wasm is slow at every other kind.
  const transposed = transpose(texts) as Tensor2D;
  const tiles = tilesOf(rows, chunkSize);
  const compute = (tile: Tile): Tensor2D =>
    tidy(() =>
      add(matMul(rowsOf(scaled, tile), transposed), maskOfTile(block, parts, rows, texts.shape[0], tile)),
    );
  const kept = tiles.length === 1 ? compute({ start: 0, size: rows }) : undefined;
  const easy = (tile: Tile): Tensor2D => kept ?? compute(tile);

  const pairParts = [positivesOf(block), ...(ownParts ? [ownParts] : [])];
  const beside = concat(
    pairParts.map((names) => reshape(stackParts(parts, names), [rows, -1, dim])),
    1,
  );
  const apart = (x: Tensor2D): Tensor => reshape(x, [rows, -1, 1]);
  const pairLogits = reshape(sum(mul(reshape(scaled, [rows, 1, dim]), beside), 2), [rows, -1]) as Tensor2D;
  const positives = slice(pairLogits, [0, 0], [rows, 1]);
  let own = ownParts && slice(pairLogits, [0, 1], [rows, -1]);
  if (own && ownPresent) own = add<Tensor2D>(own, maskOf(ownPresent));
  const here = present ?? (ones([rows, 1]) as Tensor2D);
  // With no pair present at all the loss is 0, not 0/0.
  const counted = maximum(sum(here), 1);
  const outcome = objective({
    block,
    scale,
    positives,
    own,
    weights: div(here, counted),
    eachTile: (see) => tiles.map((tile) => tidy(() => see(easy(tile), tile))),
  });

  const back = (pieces: Pieces): Scalar => {
    let toTexts: Tensor = zerosLike(texts);
    const fromEasy = tiles.map((tile) => {
      const before = toTexts;
      const [ofImages, ofTexts] = tidy(() => {
        const grid = outcome.grid(easy(tile), tile);
        const toRows = matMul(transpose(grid) as Tensor2D, rowsOf(images, tile));
        return [matMul(grid, texts), add(before, toRows)] as [Tensor2D, Tensor2D];
      });
      dispose(before);
      toTexts = ofTexts;
      return ofImages;
    });
    unstackInto(pieces, parts, textParts, toTexts);
    const { pull, hard } = outcome;
    const push = apart(concat(hard ? [neg(pull), hard] : [neg(pull)], 1));
    const toImages = add<Tensor2D>(concat(fromEasy, 0), sum(mul(push, beside), 1));
    unstackInto(pieces, parts, imageParts, toImages);
    const toBeside = mul(push, reshape(images, [rows, 1, dim]));
    pairParts.forEach((names, index) => {
      const those = slice(toBeside, [0, index, 0], [rows, index ? -1 : 1, dim]);
      unstackInto(pieces, parts, names, reshape(those, [-1, dim]));
    });
    const ofScale = sum<Scalar>(mul(images, toImages));
    return outcome.ofScale ? add<Scalar>(ofScale, outcome.ofScale) : ofScale;
  };
  return { block, tiles, easy, counted, outcome, back };
}

/** The parts that hold the positives of the image rows. */
export function positivesOf({ imageParts, textParts }: Block): readonly Part[] {
  return textParts.slice(0, imageParts.length);
}
