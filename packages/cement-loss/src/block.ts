import type { Tensor2D } from '@tensorflow/tfjs-core';
import type { Part } from './parts';

/**
 * One symmetric contrastive loss over a matrix of logits: R rows of images, C ≥ R columns of texts. The positive of
 * image i is text i, some other texts are its own hard negatives, all that remain are easy negatives. Every layout
 * is one such block or the sum of two.
 *
 * A mask takes an entry out of both directions, so all of them are in the orientation of the image rows.
 */
export interface Block {
  /** What the rows of images are, stacked; R in all. */
  readonly imageParts: readonly Part[];
  /** What the rows of texts are, stacked; C in all. As many parts as there are of images hold the positives. */
  readonly textParts: readonly Part[];
  /** What the own hard negatives of the rows of images are, stacked: R·K in all. Missing: there are none. */
  readonly ownParts?: readonly Part[];
  /** Whether rows of texts have own hard negatives too: the mirror image of those of the images, K = 1. */
  readonly mirrored?: boolean;
  /** `[R, K]`, 1 where that own hard negative is there; missing: all are. */
  readonly ownPresent?: Tensor2D | undefined;
  /** `[R, K]`, the margins on the own hard negatives, in the margin's unit. */
  readonly margins?: Tensor2D | undefined;
  /** `[1, C]`, 1 where the text is there; missing: all are. */
  readonly textPresent?: Tensor2D | undefined;
  /** `[R, 1]`, 1 where the row is a pair, 0 where its slot is empty and takes no part in the mean; missing: all 1. */
  readonly present?: Tensor2D | undefined;
  /** The groups of the image rows, `[R, 1]`, and of those N columns from `start` on that hold true captions, `[1, N]`. */
  readonly groups?: GroupsOfBlock | undefined;
}

export interface GroupsOfBlock {
  readonly rows: Tensor2D;
  readonly columns: Tensor2D;
  readonly start: number;
}
