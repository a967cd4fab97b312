import { Tensor } from '@tensorflow/tfjs-core';
import { InputError } from '../input-error';
import { type DecodedImage, decodeImage } from './decode-image';
import type { Decode } from './decoded';
import type { ImageInput } from './encoder';
import type { Preprocessing } from './preprocess';

// A picture of a camera takes 40 MB while it is read, and sharp has four threads.
const readAtOnce = 4;

/** Decodes images of any kind on this thread. */
export function inputDecoder(images: readonly ImageInput[], preprocessing: Preprocessing): Decode {
  const width = preprocessing.size ** 2 * 3;
  return async (start, end) => {
    const pixels = new Float32Array((end - start) * width);
    const problems: (string | undefined)[] = Array.from({ length: end - start });
    for (let at = start; at < end; at += readAtOnce) {
      const read = images.slice(at, Math.min(at + readAtOnce, end)).map(async (image, k) => {
        const decoded = await pixelsOf(image, preprocessing);
        if ('problem' in decoded) problems[at + k - start] = decoded.problem;
        else pixels.set(checked(decoded.pixels, preprocessing.size, at + k), (at + k - start) * width);
      });
      await Promise.all(read);
    }
    return { pixels, problems };
  };
}

/** What an image is called in a message. */
export function nameOfImage(image: ImageInput, index: number): string {
  return typeof image === 'string' ? image : `image ${index}`;
}

async function pixelsOf(image: ImageInput, preprocessing: Preprocessing): Promise<DecodedImage> {
  if (image instanceof Tensor) return { pixels: Float32Array.from(await image.data()) };
  if (image instanceof Float32Array) return { pixels: image };
  return decodeImage(image, preprocessing);
}

function checked(pixels: Float32Array, size: number, index: number): Float32Array {
  if (pixels.length === size * size * 3) return pixels;
  throw new InputError(
    `embedImages: preprocessed pixels must be [${size}, ${size}, 3], got ${pixels.length} numbers at ${index}.`,
  );
}
