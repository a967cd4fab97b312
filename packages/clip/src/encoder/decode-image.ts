import type { PageImage } from '@slipform/kit/formats/page-image';
import { printable, shown } from '@slipform/kit/text/printable';
import { InputError } from '../input-error';
import { decodeWithCanvas, drawPageImage } from './decode-with-canvas';
import { decodeWithSharp } from './decode-with-sharp';
import type { RawImage } from './encoder';
import { pageImageSize } from './page-image';
import { type Preprocessing, preprocess } from './preprocess';

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
    throw new InputError(
      `readImage: image must be a path, a Blob, bytes, { width, height, data }, or in a page what a canvas draws (<img>, <canvas>, ImageBitmap, <video>), got ${shown(image)}.`,
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
  throw new InputError(
    `readImage: raw pixels must be { width, height, data } with width·height·3 (RGB) or ·4 (RGBA) bytes, got ${shown(width)}×${shown(height)} and ${bytes ? `${data.length} bytes` : 'no bytes'}.`,
  );
}
