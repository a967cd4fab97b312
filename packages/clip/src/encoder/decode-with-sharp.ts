import { InputError } from '@slipform/kit/errors/input-error';
import { nodeFileSystem } from '../files/node-modules';
import { largestPicture, refuseLarge, withPicture } from './budget';
import type { RawImage } from './encoder';

type Sharp = typeof import('sharp').default;

/**
 * Pixels of an image file as Pillow's `convert('RGB')` gives them, upright by its EXIF orientation: the first
 * frame, 8 bits, colour profiles ignored, alpha left out.
 *
 * @param use makes something of the pixels while they are in memory
 * @throws {InputError} if sharp is not installed, or the picture has too many pixels; what libvips says of a file that it
 *   can't read or that is cut short
 */
export async function decodeWithSharp<T>(
  content: string | Uint8Array,
  use: (image: RawImage) => T,
): Promise<T> {
  const sharp = await findSharp();
  if (typeof content === 'string') {
    // sharp tells a missing file from one of no image format by libvips' last error, which all threads share and clear:
    // beside other pictures, one missing file in some thousands was of an "unsupported image format".
    await nodeFileSystem()
      ?.stat(content)
      .catch(({ code }) => {
        if (code === 'ENOENT') throw new Error('there is no such file');
      });
  }
  const image = sharp(content, {
    failOn: 'error',
    ignoreIcc: true,
    limitInputPixels: largestPicture,
  }).autoOrient();
  const { space, width, height } = await image.metadata();
  refuseLarge(width, height);
  return withPicture(width, height, async () =>
    use(
      space === 'cmyk'
        ? fromInks(await rawPixels(image.pipelineColourspace('cmyk').toColourspace('cmyk')))
        : await rawPixels(image.removeAlpha().toColourspace('srgb')),
    ),
  );
}

async function rawPixels(image: ReturnType<Sharp>): Promise<RawImage> {
  const { data, info } = await image.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** CMYK to RGB as Pillow does it, without a profile: rgb = 255·(1 − ink)(1 − black), for inks from 0 to 1. */
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

function findSharp(): Promise<Sharp> {
  const specifier: string = 'sharp';
  return import(/* @vite-ignore */ /* webpackIgnore: true */ specifier).then(
    (module) => module.default,
    () => {
      throw new InputError(
        'Reading image files needs the package sharp: npm install sharp; or pass preprocessed pixels.',
      );
    },
  );
}
