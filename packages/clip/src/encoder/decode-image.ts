import { InputError, refuse } from '@slipform/kit/errors/input-error';
import type { PageImage } from '@slipform/kit/formats/page-image';
import { defineOptions, optional, text } from '@slipform/kit/options/options';
import { printable, shown } from '@slipform/kit/text/printable';
import { decodeWithCanvas, drawPageImage } from './decode-with-canvas';
import { decodeWithSharp } from './decode-with-sharp';
import type { RawImage } from './encoder';
import { pageImageSize } from './page-image';
import { checkPreprocessing, type Preprocessing, preprocess } from './preprocess';

/** What {@link readImage} takes. */
export type EncodedImage = string | Blob | Uint8Array | RawImage | PageImage;

/** Preprocessed pixels; or why there are none, as the rest of a sentence that begins with the image's name. */
export type DecodedImage = { readonly pixels: Float32Array } | { readonly problem: string };

/**
 * Decodes an image and preprocesses it. What is wrong with the image itself is returned, so that the caller can name
 * it, count it or pass it over.
 *
 * @param finish makes the model's pixels of those of the picture
 * @throws {InputError} for what is no image at all, and where sharp is missing
 */
export async function decodeImage(
  image: EncodedImage,
  preprocessing: Preprocessing,
  finish = (raw: RawImage) => preprocess(raw, preprocessing),
): Promise<DecodedImage> {
  const isPage = typeof createImageBitmap === 'function';
  if (isRaw(image)) return { pixels: finish(checkRaw(image)) };
  const isFile = typeof image === 'string' || image instanceof Blob || image instanceof Uint8Array;
  if (!isFile && (!isPage || pageImageSize(image) === undefined)) {
    refuse(
      'readImage',
      'image',
      'must be a path, a Blob, bytes, { width, height, data }, or in a page what a canvas draws (<img>, <canvas>, ImageBitmap, <video>)',
      shown(image),
    );
  }
  try {
    if (!isFile) return { pixels: await drawPageImage(image, finish) };
    const pixels = isPage
      ? await decodeWithCanvas(await toBlob(image), finish)
      : await decodeWithSharp(
          image instanceof Blob ? new Uint8Array(await image.arrayBuffer()) : image,
          finish,
        );
    return { pixels };
  } catch (error) {
    if (InputError.isInstance(error)) throw error;
    return { problem: `could not be read: ${reasonOf(error)}` };
  }
}

/** What a decoder says, on one line and without the end of its sentence. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return printable(
    message
      .trim()
      .replace(/\s+/g, ' ')
      .replace(/[.:]+$/, ''),
    200,
  );
}

async function toBlob(image: string | Blob | Uint8Array): Promise<Blob> {
  if (image instanceof Blob) return image;
  if (typeof image !== 'string') return new Blob([image as Uint8Array<ArrayBuffer>]);
  const response = await fetch(image);
  if (!response.ok) throw new Error(`HTTP status ${response.status}`);
  return response.blob();
}

function isRaw(image: EncodedImage): image is RawImage {
  return typeof image === 'object' && image !== null && 'data' in image;
}

function checkRaw(image: RawImage): RawImage {
  const { width, height, data } = image;
  const bytes = data instanceof Uint8Array || data instanceof Uint8ClampedArray;
  const whole = Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0;
  const channels = bytes && whole ? data.length / (width * height) : 0;
  if (channels === 3 || channels === 4) return image;
  refuse(
    'readImage',
    'raw pixels',
    'must be { width, height, data } with width·height·3 (RGB) or ·4 (RGBA) bytes',
    `${shown(width)}×${shown(height)} and ${bytes ? `${data.length} bytes` : 'no bytes'}`,
  );
}

const OPTIONS = defineOptions('readImage', { name: optional(text()) });

/**
 * Decodes an image file (path, in a browser a URL, Blob or bytes), or takes raw pixels, and preprocesses them
 * as CLIP does: upright by EXIF orientation, RGB, the shorter side resized to `size` by Pillow's bicubic
 * interpolation, the middle `size` × `size` cut out, channels normalised; or as a {@link Preprocessing} says.
 * → [size · size · 3]
 *
 * Files need sharp, an optional peer, in Node, and a canvas in a browser.
 *
 * @throws {InputError} that names the image which can't be read (`name`, by default the path), or says how to install
 *   sharp
 * @example
 * const pixels = await readImage('cat.jpg', 224);
 * pixels.length; // 150528
 */
export async function readImage(
  image: EncodedImage,
  size: number | Preprocessing,
  options: { readonly name?: string } = {},
): Promise<Float32Array> {
  const { name = typeof image === 'string' ? image : 'an image given as bytes' } = OPTIONS.read(options);
  const preprocessing = typeof size === 'number' ? { size } : size;
  checkPreprocessing('readImage', preprocessing);
  const decoded = await decodeImage(image, preprocessing);
  if ('problem' in decoded) throw new InputError(`${name} ${decoded.problem}.`);
  return decoded.pixels;
}

/** Images of a batch as a decoder gives them. */
export interface Decoded {
  /** Preprocessed pixels, image after image, size · size · 3 each; zeros where one is broken. */
  readonly pixels: Float32Array<ArrayBuffer>;
  /** Of each image: why it could not be read (`could not be read: …`), `undefined` for one that could. */
  readonly problems: readonly (string | undefined)[];
}

/** Decodes the inputs from `start` to before `end`, on this thread or in others. */
export type Decode = (start: number, end: number) => Promise<Decoded>;
