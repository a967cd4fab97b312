import type { PageImage } from '@slipform/kit/formats/page-image';
import type { Tensor3D } from '@tensorflow/tfjs-core';

/** Pixels row by row, RGB or RGBA (not premultiplied), a byte for each value; a canvas's ImageData is one. */
export interface RawImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/**
 * An image file (path, Blob or bytes), raw pixels of any size, what a page shows (`<img>`, `<canvas>`, ImageBitmap,
 * `<video>` …), or preprocessed pixels [size, size, 3] as a tensor or flat.
 */
export type ImageInput = string | Blob | Uint8Array | RawImage | PageImage | Float32Array | Tensor3D;

/** How many of the inputs are done. */
export interface EmbedProgress {
  readonly done: number;
  readonly total: number;
}

export interface EmbedOptions {
  /** Inputs that are embedded at a time, an integer from 1. Default: the encoder's, 128. */
  readonly batchSize?: number | undefined;
  /** Ends the call between two batches; it then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called after each batch. */
  readonly onProgress?: ((progress: EmbedProgress) => void) | undefined;
}

/** An image that was left out. */
export interface SkippedImage {
  /** Its place in the list that was passed. */
  readonly index: number;
  /** Such as `could not be read: Input buffer contains unsupported image format`. */
  readonly reason: string;
}

/** Embeddings in the order of the inputs, `undefined` for each image that was left out; `skipped` says why. */
export type EmbeddingsWithGaps = (Float32Array | undefined)[] & { readonly skipped: readonly SkippedImage[] };

export interface EmbedImagesOptions extends EmbedOptions {
  /**
   * What an image that can't be read does: `throw` (the default) ends the call with an InputError that names it; `skip`
   * leaves it out. All else throws in any case: a value that is no image, weights that are not finite.
   */
  readonly onError?: 'throw' | 'skip' | undefined;
}

/** Embeds images and texts in one space. Embeddings have unit length: their dot product is the cosine. */
export interface Encoder {
  embedImages(images: readonly ImageInput[], options?: EmbedOptions): Promise<Float32Array[]>;
  embedTexts(texts: readonly string[], options?: EmbedOptions): Promise<Float32Array[]>;
  /** The same for encoders that give the same embeddings: what a cache goes by. */
  readonly identity?: string | undefined;
}

/** Anything that says how well a text fits an image, the higher the better; an Encoder does by the cosine. */
export interface Scorer {
  score(pairs: readonly { readonly image: ImageInput; readonly text: string }[]): Promise<number[]>;
}
