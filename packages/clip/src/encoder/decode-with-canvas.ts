import type { PageImage } from '@slipform/kit/formats/page-image';
import { withPicture } from './budget';
import type { RawImage } from './encoder';
import { largestPicture, refuseLarge } from './largest-picture';
import { pageImageSize } from './page-image';
import { pictureSize } from './picture-size';

// A JPEG's metadata lie before its size.
const headBytes = 2 ** 20;

/**
 * Pixels of an image file as the browser decodes it, upright by its EXIF orientation, colour profiles ignored
 * as far as the browser allows. Where a pixel is wholly transparent a canvas knows no colour: it is black.
 *
 * A file is not decoded that says it is larger than {@link refuseLarge} allows; one that doesn't say its size where
 * we look for it is decoded alone.
 *
 * @param use what is made of the pixels while they are in memory
 */
export async function decodeWithCanvas<T>(file: Blob, use: (image: RawImage) => T): Promise<T> {
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  const size = pictureSize(head);
  if (size !== undefined) refuseLarge(size.width, size.height);
  const { width, height } = size ?? { width: largestPicture, height: 1 };
  return withPicture(width, height, async () => use(await pixelsOf(file)));
}

/**
 * Pixels of what a page shows, as those of a file are: an `<img>` that still loads is waited for.
 *
 * @param use what is made of the pixels while they are in memory
 */
export async function drawPageImage<T>(image: PageImage, use: (image: RawImage) => T): Promise<T> {
  if ('naturalWidth' in image && 'decode' in image) await (image as HTMLImageElement).decode();
  const { width, height } = pageImageSize(image)!;
  if (width * height === 0) throw new Error('it has no pixels yet');
  refuseLarge(width, height);
  return withPicture(width, height, async () => use(await pixelsOf(image as ImageBitmapSource)));
}

async function pixelsOf(source: ImageBitmapSource): Promise<RawImage> {
  const bitmap = await createImageBitmap(source, { premultiplyAlpha: 'none', colorSpaceConversion: 'none' });
  try {
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('the browser gives no 2d canvas of its size');
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, width, height);
  } finally {
    bitmap.close();
  }
}
