import type { RawImage } from './encoder';

/**
 * Pixels of an image file as the browser decodes it, upright by its EXIF orientation, colour profiles ignored
 * as far as the browser allows. Where a pixel is wholly transparent a canvas knows no colour: it is black.
 */
export async function decodeWithCanvas(file: Blob): Promise<RawImage> {
  const bitmap = await createImageBitmap(file, { premultiplyAlpha: 'none', colorSpaceConversion: 'none' });
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
