import { InputError } from '../input-error';
import type { RawImage } from './encoder';
import { normalizePixels } from './preprocess';

/**
 * Decodes an image file, or takes raw pixels, and preprocesses them as CLIP does: RGB, the shorter side resized to `size` by bicubic
 * interpolation, the middle `size` × `size` cut out, channels normalised. → [size · size · 3]
 *
 * Needs sharp, an optional peer, and therefore Node. Throws an InputError that names the image which can't be
 * read, or says how to install sharp.
 */
export async function readImage(
  image: string | Blob | Uint8Array | RawImage,
  size: number,
): Promise<Float32Array> {
  const raw = isRaw(image) ? layout(image) : undefined;
  const sharp = await findSharp();
  try {
    const { data } = await sharp(await content(image), raw && { raw })
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

function isRaw(image: string | Blob | Uint8Array | RawImage): image is RawImage {
  return typeof image === 'object' && 'data' in image;
}

async function content(
  image: string | Blob | Uint8Array | RawImage,
): Promise<string | Uint8Array | Uint8ClampedArray> {
  if (image instanceof Blob) return new Uint8Array(await image.arrayBuffer());
  return isRaw(image) ? image.data : image;
}

/** As sharp wants to know it. */
function layout({ width, height, data }: RawImage): { width: number; height: number; channels: 3 | 4 } {
  const bytes = data instanceof Uint8Array || data instanceof Uint8ClampedArray;
  const whole = Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0;
  const channels = bytes && whole ? data.length / (width * height) : 0;
  if (channels === 3 || channels === 4) return { width, height, channels };
  throw new InputError(
    `readImage: raw pixels must be { width, height, data } with width·height·3 (RGB) or ·4 (RGBA) bytes, got ${width}×${height} and ${bytes ? `${data.length} bytes` : 'no bytes'}.`,
  );
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
