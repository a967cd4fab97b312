import type {
  Scalar,
  Tensor,
  Tensor1D,
  Tensor2D,
  Tensor3D,
  Tensor4D,
  TensorLike,
} from '@tensorflow/tfjs-core';

/**
 * One step's data. Arrays become tensors for the step and are freed after it; tensors stay the caller's, who
 * may use them again and disposes of them.
 */
export interface TrainBatch {
  /** Preprocessed pixels [batch, size, size, 3], as a tensor or flat. Or `imageEmbeddings`. */
  readonly images?: Tensor4D | Float32Array;
  /**
   * Where nothing of the image tower is trained, its embeddings in place of `images`, float32 [batch, embeddingSize],
   * as `embedImages` and `slipform-clip embed` give them, as a tensor or flat: then the tower is not computed at all.
   */
  readonly imageEmbeddings?: Tensor2D | Float32Array;
  /**
   * Tokens of the captions, int32 [batch, length]; as arrays they may be of unequal length, and what exceeds the
   * model's context length is cut, the end token kept.
   */
  readonly tokens?: Tensor2D | readonly (readonly number[])[];
  /** Tokens of the hard captions, [batch, length] or K for each pair, [batch, K, length]. */
  readonly hardTokens?:
    | Tensor2D
    | Tensor3D
    | readonly (readonly number[])[]
    | readonly (readonly (readonly number[])[])[];
  /** Pixels of images of the hard captions, shaped as `images`. */
  readonly hardImages?: Tensor4D | Float32Array;
  /** Handed to the loss as they are; see there. */
  readonly concreteness?: Tensor | TensorLike;
  readonly valid?: Tensor | TensorLike;
  readonly textIds?: TextIds;
  readonly groups?: Tensor1D | TensorLike;
  /**
   * Embeddings of these images and captions by the model that training starts from, [batch, its embeddingSize], as tensors or
   * flat, for `keepClose` of @slipform/cement-loss. `trainingData` makes them with its option `teacher`; or the option `teacher`
   * of trainClip does.
   */
  readonly teacher?: Teacher<Tensor2D | Float32Array>;
}

/** What a loss is kept close to. */
export interface Teacher<Embeddings = Tensor2D> {
  readonly images: Embeddings;
  readonly captions: Embeddings;
  /** Its 1/τ. */
  readonly logitScale: number | Scalar;
}

/** [batch][1 + K], equal for equal texts: a caption's, then those of its hard captions. */
type TextIds = ReadonlyArray<ArrayLike<number | string>>;

/** What the loss gets: embeddings as the towers give them, not normalised, and the rest as it came. */
export interface EmbeddedBatch {
  /** [batch, embeddingSize] */
  readonly images: Tensor2D;
  /** [batch, embeddingSize] */
  readonly captions: Tensor2D;
  /** [batch, embeddingSize] or [batch, K, embeddingSize], as `hardTokens` came. */
  readonly hardCaptions?: Tensor2D | Tensor3D;
  /** [batch, embeddingSize] */
  readonly hardImages?: Tensor2D;
  readonly concreteness?: Tensor | TensorLike;
  readonly valid?: Tensor | TensorLike;
  readonly textIds?: TextIds;
  readonly groups?: Tensor1D | TensorLike;
  /** As tensors [batch, D]. */
  readonly teacher?: Teacher;
}
