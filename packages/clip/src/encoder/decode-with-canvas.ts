import type { PageImage } from '@slipform/kit/formats/page-image';
import { largestPicture, refuseLarge, withPicture } from './budget';
import type { RawImage } from './encoder';
import { pageImageSize } from './page-image';

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

/**
 * Width and height that an image file says it has, from its first bytes: PNG, JPEG, GIF, WebP and BMP; undefined for
 * another format, or where they lie further behind. A browser knows them only once it has decoded everything.
 */
export function pictureSize(
  bytes: Uint8Array,
): { readonly width: number; readonly height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return sizeOf(view);
  } catch (error) {
    // The file ends before.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function sizeOf(view: DataView): { readonly width: number; readonly height: number } | undefined {
  const start = view.getUint32(0);
  if (start === 0x89504e47) return { width: view.getUint32(16), height: view.getUint32(20) };
  if (start === 0x47494638) return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (start >>> 16 === 0x424d) {
    return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
  }
  if (start === 0x52494646 && view.getUint32(8) === 0x57454250) return webpSize(view);
  return start >>> 16 === 0xffd8 ? jpegSize(view) : undefined;
}

/** Lossy, lossless or extended: RFC 9649. */
function webpSize(view: DataView): { readonly width: number; readonly height: number } | undefined {
  const kind = view.getUint32(12);
  if (kind === 0x56503820) {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  if (kind === 0x5650384c) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (kind !== 0x56503858) return undefined;
  const uint24 = (at: number) => view.getUint16(at, true) + 2 ** 16 * view.getUint8(at + 2);
  return { width: uint24(24) + 1, height: uint24(27) + 1 };
}

/** The segments up to the start of a frame: ITU T.81, annex B. */
function jpegSize(view: DataView): { readonly width: number; readonly height: number } | undefined {
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    // Fill bytes and markers that stand alone have no length.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else at += 2 + view.getUint16(at + 2);
  }
}
