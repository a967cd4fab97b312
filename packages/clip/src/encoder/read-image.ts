import { InputError } from '../input-error';
import { normalizePixels } from './preprocess';

/**
 * Decodes an image file and preprocesses it as CLIP does: RGB, the shorter side resized to `size` by bicubic
 * interpolation, the middle `size` × `size` cut out, channels normalised. → [size · size · 3]
 *
 * Needs sharp, an optional peer, and therefore Node. Throws an InputError that names the image which can't be
 * read, or says how to install sharp.
 */
export async function readImage(image: string | Blob | Uint8Array, size: number): Promise<Float32Array> {
  const sharp = await findSharp();
  const input = image instanceof Blob ? new Uint8Array(await image.arrayBuffer()) : image;
  try {
    const { data } = await sharp(input)
      .rotate()
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .resize(size, size, { fit: 'cover', position: 'centre', kernel: 'cubic' })
      .raw()
      .toBuffer({ resolveWithObject: true });
    return normalizePixels(data);
  } catch (error) {
    const name = typeof image === 'string' ? image : 'an image given as bytes';
    throw new InputError(
      `${name} could not be read: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

async function findSharp(): Promise<typeof import('sharp').default> {
  const specifier: string = 'sharp';
  try {
    const module: { default: typeof import('sharp').default } = await import(
      /* @vite-ignore */ /* webpackIgnore: true */ specifier
    );
    return module.default;
  } catch {
    throw new InputError(
      'Reading image files needs the package sharp: npm install sharp; or pass preprocessed pixels.',
    );
  }
}
