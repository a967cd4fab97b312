import type { PageImage } from '@slipform/kit/formats/page-image';
/** Pixels row by row, RGB or RGBA (not premultiplied), a byte for each value; a canvas's ImageData is one. */
export interface RawImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
  /** What `precomputedEncoder` looks up. */
  readonly name?: string;
}

/** A tensor of pixels of any library; tfjs's `Tensor3D` is one. */
interface PixelTensor {
  readonly shape: readonly number[];
  data(): Promise<ArrayLike<number>>;
}

/**
 * A picture: an image file (path, Blob or bytes), raw pixels of any size, what a page shows, or pixels as the model wants
 * them.
 */
export type ImageInput = string | Blob | Uint8Array | RawImage | PageImage | Float32Array | PixelTensor;

/** What {@link evaluate} passes to an Encoder beside its inputs; a plain function of the inputs may ignore it. */
interface EmbedOptions {
  /** Aborts when the evaluation is to stop. */
  readonly signal?: AbortSignal;
}

/**
 * A model that embeds images and texts in one space: the score of a pair is the cosine of its two vectors. Any object
 * with these two functions is one, such as what `loadEncoder` of `@slipform/clip` returns.
 */
export interface Encoder {
  /** One vector for each image, all of one length. */
  embedImages(images: readonly ImageInput[], options?: EmbedOptions): Promise<readonly ArrayLike<number>[]>;
  embedTexts(texts: readonly string[], options?: EmbedOptions): Promise<readonly ArrayLike<number>[]>;
}

/** An Encoder whose vectors are float32, as `@slipform/clip` takes and gives them. */
export interface Float32Encoder extends Encoder {
  embedImages(images: readonly ImageInput[], options?: EmbedOptions): Promise<Float32Array[]>;
  embedTexts(texts: readonly string[], options?: EmbedOptions): Promise<Float32Array[]>;
}

/** A model that says how well a text fits an image, the higher the better. */
export interface Scorer {
  score(
    pairs: readonly { readonly image: ImageInput; readonly text: string }[],
    options?: EmbedOptions,
  ): Promise<ArrayLike<number>>;
}
