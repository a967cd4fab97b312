import type { Tensor, TensorLike } from '@tensorflow/tfjs-core';

/** Embeddings of a batch's pairs by another model, for `keepClose`: the one that training starts from, or an average (EMA). */
export interface TeacherBatch {
  /** Of the images, `[N, D]`; its D may be another one. */
  readonly images: Tensor | TensorLike;
  /** Of the true captions, `[N, D]`. */
  readonly captions: Tensor | TensorLike;
  /** Of the hard captions, in the batch's shape; read by `kind: 'squared'` alone. */
  readonly hardCaptions?: Tensor | TensorLike | undefined;
  /** Its 1/τ, a positive number or a scalar tensor; not read by `kind: 'squared'`. */
  readonly logitScale?: number | Tensor | undefined;
}

/**
 * What every loss of this package takes: pairs of an image and its caption, and for each pair the hard
 * negatives that were made from them. Row i of every entry belongs to pair i.
 *
 * Tensors and (nested) arrays are both fine. Arrays are checked value by value; tensors only by shape and
 * dtype, because reading them back would stall a GPU. Gradients flow to `images`, `captions`,
 * `hardCaptions` and `hardImages`, and to nothing else in here.
 */
export interface ContrastiveBatch {
  /** Image embeddings, `[N, D]`, float32. */
  readonly images: Tensor | TensorLike;
  /** Embeddings of the true captions, `[N, D]`, float32. */
  readonly captions: Tensor | TensorLike;
  /** Embeddings of K hard-negative captions for each pair, `[N, K, D]`, or `[N, D]` for K = 1. */
  readonly hardCaptions?: Tensor | TensorLike | undefined;
  /** Embeddings of an image of each hard-negative caption, `[N, D]`: the triplet and paired layouts. */
  readonly hardImages?: Tensor | TensorLike | undefined;
  /** Concreteness of the changed word, 1 (abstract) to 5 (concrete), `[N, K]`, or `[N]` for K = 1. */
  readonly concreteness?: Tensor | TensorLike | undefined;
  /** 1 where the pair has that hard negative, 0 where the slot is empty, `[N, K]`, or `[N]` for K = 1. Default: all 1. */
  readonly valid?: Tensor | TensorLike | undefined;
  /**
   * `[N]`. Pairs of one group (captions of one image, equal captions) are no negatives of each other. Any
   * numbers or strings in an array; a numeric tensor.
   */
  readonly groups?: Tensor | TensorLike | undefined;
  /**
   * `[N, 1 + K]`, an array: which texts are equal, as numbers or strings; the caption's first, then those of its hard
   * captions. The texts themselves will do. Equal texts are no negatives of each other's images:
   *
   * - A text that is equal to an image's own caption (in triplet and paired also: to the hard caption of a hard image) is
   *   no negative of that image, in either direction.
   * - A hard caption that is equal to its own pair's caption, or to an earlier hard caption of its pair, is missing, as
   *   if `valid` were 0.
   * - Equal hard captions that are only negatives count once for an image: its own one, else the first of the batch.
   *
   * `valid` must then be an array too. Ids in empty slots are ignored.
   */
  readonly textIds?: ReadonlyArray<ArrayLike<number | string>> | undefined;
  /** What `keepClose` compares with; no other loss reads it, and no gradient flows to it. */
  readonly teacher?: TeacherBatch | undefined;
}
