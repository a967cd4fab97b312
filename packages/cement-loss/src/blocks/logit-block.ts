import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { EmbeddingName } from '../batch/embeddings';
import type { Tile } from './tiles';

/**
 * One symmetric contrastive loss over a matrix of logits: R rows of images, C ≥ R columns of texts. The positive of
 * image i is text i, some other texts are its own hard negatives, all that remain are easy negatives. Every layout
 * is one such block or the sum of two.
 *
 * A mask takes an entry out of both directions, so all of them are in the orientation of the image rows.
 */
export interface LogitBlock {
  /** What the rows of images are, stacked; R in all. */
  readonly imageRows: readonly EmbeddingName[];
  /** What the rows of texts are, stacked; C in all. The first kinds, as many as there are of images, hold the positives. */
  readonly textRows: readonly EmbeddingName[];
  /** What the own hard negatives of the rows of images are, stacked: R·K in all. Missing: there are none. */
  readonly ownRows?: readonly EmbeddingName[];
  /** `[R, K]`, 1 where that own hard negative is there; missing: all are. */
  readonly ownPresent?: Tensor2D | undefined;
  /** `[R, K]`, the margins on the own hard negatives, in the margin's unit. */
  readonly margins?: Tensor2D | undefined;
  /**
   * There if rows of texts have own hard negatives too, K = 1: brings what belongs to the own hard negatives of the
   * rows of images into the order of the rows of texts, and back.
   */
  readonly mirror?: (ofRows: Tensor2D) => Tensor2D;
  /** Masks to be added to a tile's logits for the rows and texts that are not there; missing: all are. */
  readonly absent?: ((tile: Tile) => Tensor2D[]) | undefined;
  /** `[R, 1]`, 1 where the row is a pair, 0 where its slot is empty and takes no part in the mean; missing: all 1. */
  readonly present?: Tensor2D | undefined;
  /** Whether the objective reads no easy negatives: their logits are then not worked out. */
  readonly noEasy?: true;
  /** `[N]`, the groups of the batch's pairs. */
  readonly groups?: Tensor1D | undefined;
  /** Columns of texts that are no negatives of an image since they are equal to others; see `equalTexts`. */
  readonly equal?: ((row: number) => readonly number[]) | undefined;
}
