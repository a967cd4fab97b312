import type { Tensor3D } from '@tensorflow/tfjs-core';

/** Pixels row by row, RGB or RGBA (not premultiplied), a byte for each value; a canvas's ImageData is one. */
export interface RawImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/**
 * An image file (path, Blob or bytes), raw pixels of any size, or preprocessed pixels [size, size, 3] as a
 * tensor or flat.
 */
export type ImageInput = string | Blob | Uint8Array | RawImage | Float32Array | Tensor3D;

/** Embeds images and texts in one space. Embeddings have unit length: their dot product is the cosine. */
export interface Encoder {
  embedImages(images: readonly ImageInput[]): Promise<Float32Array[]>;
  embedTexts(texts: readonly string[]): Promise<Float32Array[]>;
}

/** Anything that says how well a text fits an image, the higher the better; an Encoder does by the cosine. */
export interface Scorer {
  score(pairs: readonly { readonly image: ImageInput; readonly text: string }[]): Promise<number[]>;
}
