import type { Scalar, Tensor2D, TensorContainer } from '@tensorflow/tfjs-core';
import type { LogitBlock } from '../blocks/logit-block';
import type { Tile } from '../blocks/tiles';

/** The direction of a loss: rows of images over texts, or rows of texts over images. */
export type Side = 'image' | 'text';

/** The logits of a block, z = s/τ. */
export interface Logits {
  readonly block: LogitBlock;
  readonly scale: Scalar;
  /** `[R, 1]`, each pair's own. */
  readonly positives: Tensor2D;
  /** `[R, K]`, of each image and its own hard texts, masked where there is none. */
  readonly own?: Tensor2D | undefined;
  /** `[R, 1]`, what each row counts in the mean. */
  readonly weights: Tensor2D;
  /** Sees all tiles of easy logits, one after the other; everything else in them is masked. */
  readonly eachTile: <T extends TensorContainer>(see: (easy: Tensor2D, tile: Tile) => T) => T[];
}

/** |∂L/∂z| of the loss of each row of one direction: of the positive, the own hard negatives, the easy ones together. */
export interface RowShares {
  /** `[R, 1]` */
  readonly pull: Tensor2D;
  /** `[R, K]` */
  readonly hard?: Tensor2D | undefined;
  /** `[R, 1]`, worked out when asked for: only the gradient budget does. */
  readonly easy: () => Tensor2D;
}

export interface ObjectiveResult {
  readonly loss: Scalar;
  /** `[R, 1]`, −∂loss/∂z of the positives. */
  readonly pull: Tensor2D;
  /** `[R, K]`, ∂loss/∂z of the own hard negatives. */
  readonly hard?: Tensor2D | undefined;
  /** What margins in cosine units add to ∂loss/∂(1/τ). */
  readonly ofScale?: Scalar | undefined;
  /** ∂loss/∂bias, where the objective has one. */
  readonly ofBias?: Scalar | undefined;
  /** ∂loss/∂z of a tile's easy negatives, `[size, C]`; with `side`, what that direction adds to it. */
  readonly grid: (easy: Tensor2D, tile: Tile, side?: Side) => Tensor2D;
  readonly shares: (side: Side) => RowShares;
}

/** A loss as a function of a block's logits. */
export type Objective = (logits: Logits) => ObjectiveResult;
