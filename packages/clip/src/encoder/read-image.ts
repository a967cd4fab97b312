import { shown } from '@slipform/kit/printable';
import { InputError } from '../input-error';
import { refuseUnknownOptions } from '../refuse-unknown-options';
import { decodeWithCanvas } from './decode-with-canvas';
import { decodeWithSharp } from './decode-with-sharp';
import type { RawImage } from './encoder';
import { checkPreprocessing, type Preprocessing, preprocess } from './preprocess';

/**
 * Decodes an image file (path, in a browser a URL, Blob or bytes), or takes raw pixels, and preprocesses them
 * as CLIP does: upright by EXIF orientation, RGB, the shorter side resized to `size` by Pillow's bicubic
 * interpolation, the middle `size` × `size` cut out, channels normalised; or as a {@link Preprocessing} says.
 * → [size · size · 3]
 *
 * Files need sharp, an optional peer, in Node, and a canvas in a browser. Throws an InputError that names the
 * image which can't be read (`name`, by default the path), or says how to install sharp.
 */
export async function readImage(
  image: string | Blob | Uint8Array | RawImage,
  size: number | Preprocessing,
  options: { readonly name?: string } = {},
): Promise<Float32Array> {
  refuseUnknownOptions('readImage', options, { name: true });
  const { name = typeof image === 'string' ? image : 'an image given as bytes' } = options;
  const preprocessing = typeof size === 'number' ? { size } : size;
  checkPreprocessing('readImage', preprocessing);
  if (isRaw(image)) return preprocess(checkRaw(image), preprocessing);
  if (typeof image !== 'string' && !(image instanceof Blob) && !(image instanceof Uint8Array)) {
    throw new InputError(
      `readImage: image must be a path, a Blob, bytes, or { width, height, data }, got ${shown(image)}.`,
    );
  }
  return decode(image, name, (raw) => preprocess(raw, preprocessing));
}

async function decode<T>(
  image: string | Blob | Uint8Array,
  name: string,
  use: (raw: RawImage) => T,
): Promise<T> {
  try {
    if (typeof createImageBitmap === 'function') return await decodeWithCanvas(await toBlob(image), use);
    return await decodeWithSharp(
      image instanceof Blob ? new Uint8Array(await image.arrayBuffer()) : image,
      use,
    );
  } catch (error) {
    if (InputError.isInstance(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(
      `${name} could not be read: ${reason.trim().replace(/\s+/g, ' ').replace(/\.$/, '')}.`,
    );
  }
}

async function toBlob(image: string | Blob | Uint8Array): Promise<Blob> {
  if (image instanceof Blob) return image;
  if (typeof image !== 'string') return new Blob([image as Uint8Array<ArrayBuffer>]);
  const response = await fetch(image);
  if (!response.ok) throw new Error(`HTTP status ${response.status}`);
  return response.blob();
}

function isRaw(image: string | Blob | Uint8Array | RawImage): image is RawImage {
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
