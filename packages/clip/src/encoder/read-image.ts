import { defineOptions, optional, text } from '@slipform/kit/options/options';
import { InputError } from '../input-error';
import { decodeImage, type EncodedImage } from './decode-image';
import { checkPreprocessing, type Preprocessing } from './preprocess';

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
