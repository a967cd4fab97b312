import { InputError } from '../input-error';
import type { RawImage } from './encoder';

type Sharp = typeof import('sharp').default;

// Where Pillow too takes a file for a bomb.
const mostPixels = 178_956_970;

/**
 * Pixels of an image file as Pillow's `convert('RGB')` gives them, upright by its EXIF orientation: the first
 * frame, 8 bits, colour profiles ignored, alpha left out. Needs sharp. Throws what libvips says of a file that
 * it can't read, is cut short, or has too many pixels.
 */
export async function decodeWithSharp(content: string | Uint8Array): Promise<RawImage> {
  const sharp = await findSharp();
  const image = sharp(content, {
    failOn: 'error',
    ignoreIcc: true,
    limitInputPixels: mostPixels,
  }).autoOrient();
  if ((await image.metadata()).space === 'cmyk')
    return fromInks(await rawPixels(image.pipelineColourspace('cmyk').toColourspace('cmyk')));
  return rawPixels(image.removeAlpha().toColourspace('srgb'));
}

async function rawPixels(image: ReturnType<Sharp>): Promise<RawImage> {
  const { data, info } = await image.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** CMYK to RGB as Pillow does it, without a profile: (1 − ink)(1 − black). */
function fromInks({ width, height, data }: RawImage): RawImage {
  const pixels = width * height;
  const inks = data.length / pixels;
  const rgb = new Uint8Array(pixels * 3);
  for (let i = 0; i < pixels; i++) {
    const light = 255 - data[inks * i + 3]!;
    for (let c = 0; c < 3; c++) rgb[3 * i + c] = light - Math.round((data[inks * i + c]! * light) / 255);
  }
  return { width, height, data: rgb };
}

async function findSharp(): Promise<Sharp> {
  const specifier: string = 'sharp';
  try {
    const module: { default: Sharp } = await import(/* @vite-ignore */ /* webpackIgnore: true */ specifier);
    return module.default;
  } catch {
    throw new InputError(
      'Reading image files needs the package sharp: npm install sharp; or pass preprocessed pixels.',
    );
  }
}
