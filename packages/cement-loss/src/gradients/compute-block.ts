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
import {
  type EmbeddingName,
  type Embeddings,
  type GradientParts,
  stackRows,
  unstackInto,
} from '../batch/embeddings';
import type { LogitBlock } from '../blocks/logit-block';
import { maskOf, maskOfTile } from '../blocks/mask';
import { rowsOf, type Tile, tilesOf } from '../blocks/tiles';
import type { Objective, ObjectiveResult } from '../objectives/objective';

/** A block whose logits were computed, and its way back. */
export interface BlockState {
  readonly block: LogitBlock;
  readonly tiles: readonly Tile[];
  /** The easy logits of a tile. */
  readonly easy: (tile: Tile) => Tensor2D;
  /** How many rows the mean is over. */
  readonly counted: Tensor;
  readonly result: ObjectiveResult;
  /** Adds ∂loss/∂(embeddings)·τ to `gradientParts`; returns ∂loss/∂(1/τ). */
  readonly back: (gradientParts: GradientParts) => Scalar;
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
export function computeBlock(
  block: LogitBlock,
  objective: Objective,
  embeddings: Embeddings,
  scale: Scalar,
  chunkSize: number | undefined,
): BlockState {
  const { imageRows, textRows, ownRows, ownPresent, present, noEasy } = block;
  const images = stackRows(embeddings, imageRows);
  const texts = stackRows(embeddings, textRows);
  const [rows, dim] = images.shape;
  const scaled = mul<Tensor2D>(images, scale);
  // Plain products only: wasm is slow at every other kind.
  const transposed = transpose(texts) as Tensor2D;
  const tiles = noEasy ? [] : tilesOf(rows, chunkSize);
  const compute = (tile: Tile): Tensor2D =>
    tidy(() =>
      add(
        matMul(rowsOf(scaled, tile), transposed),
        maskOfTile(block, embeddings, rows, texts.shape[0], tile),
      ),
    );
  const kept = tiles.length === 1 ? compute({ start: 0, size: rows }) : undefined;
  const easy = (tile: Tile): Tensor2D => kept ?? compute(tile);

  const pairRows = [positivesOf(block), ...(ownRows ? [ownRows] : [])];
  const beside = concat(
    pairRows.map((names) => reshape(stackRows(embeddings, names), [rows, -1, dim])),
    1,
  );
  const apart = (x: Tensor2D): Tensor => reshape(x, [rows, -1, 1]);
  const pairLogits = reshape(sum(mul(reshape(scaled, [rows, 1, dim]), beside), 2), [rows, -1]) as Tensor2D;
  const positives = slice(pairLogits, [0, 0], [rows, 1]);
  let own = ownRows && slice(pairLogits, [0, 1], [rows, -1]);
  if (own && ownPresent) own = add<Tensor2D>(own, maskOf(ownPresent));
  const here = present ?? (ones([rows, 1]) as Tensor2D);
  // With no pair present at all the loss is 0, not 0/0.
  const counted = maximum(sum(here), 1);
  const result = objective({
    block,
    scale,
    positives,
    own,
    weights: div(here, counted),
    eachTile: (see) => tiles.map((tile) => tidy(() => see(easy(tile), tile))),
  });

  const back = (gradientParts: GradientParts): Scalar => {
    let toTexts: Tensor = zerosLike(texts);
    const fromEasy = tiles.map((tile) => {
      const before = toTexts;
      const [ofImages, ofTexts] = tidy(() => {
        const grid = result.grid(easy(tile), tile);
        const toRows = matMul(transpose(grid) as Tensor2D, rowsOf(images, tile));
        return [matMul(grid, texts), add(before, toRows)] as [Tensor2D, Tensor2D];
      });
      dispose(before);
      toTexts = ofTexts;
      return ofImages;
    });
    unstackInto(gradientParts, embeddings, textRows, toTexts);
    const { pull, hard } = result;
    const push = apart(concat(hard ? [neg(pull), hard] : [neg(pull)], 1));
    const toPairs = sum<Tensor2D>(mul(push, beside), 1);
    const toImages = noEasy ? toPairs : add<Tensor2D>(concat(fromEasy, 0), toPairs);
    unstackInto(gradientParts, embeddings, imageRows, toImages);
    const toBeside = mul(push, reshape(images, [rows, 1, dim]));
    pairRows.forEach((names, index) => {
      const those = slice(toBeside, [0, index, 0], [rows, index ? -1 : 1, dim]);
      unstackInto(gradientParts, embeddings, names, reshape(those, [-1, dim]));
    });
    const ofScale = sum<Scalar>(mul(images, toImages));
    return result.ofScale ? add<Scalar>(ofScale, result.ofScale) : ofScale;
  };
  return { block, tiles, easy, counted, result, back };
}

/** The embeddings that hold the positives of the image rows. */
export function positivesOf({ imageRows, textRows }: LogitBlock): readonly EmbeddingName[] {
  return textRows.slice(0, imageRows.length);
}
