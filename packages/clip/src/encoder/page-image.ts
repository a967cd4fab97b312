/**
 * What a page shows and a canvas can draw: `<img>`, `<canvas>`, OffscreenCanvas, ImageBitmap, `<video>` (its frame of now)
 * and VideoFrame. Recognised by what they have, since Node's types don't name them.
 */
export type PageImage =
  | { readonly naturalWidth: number; readonly naturalHeight: number }
  | { readonly videoWidth: number; readonly videoHeight: number }
  | { readonly displayWidth: number; readonly displayHeight: number; close(): void }
  | { readonly width: number; readonly height: number; close(): void }
  | { readonly width: number; readonly height: number; getContext: unknown };

/** Width and height of a page's image in pixels; undefined for any other value. */
export function pageImageSize(
  image: unknown,
): { readonly width: number; readonly height: number } | undefined {
  if (typeof image !== 'object' || image === null || 'data' in image) return undefined;
  const sizes = image as Readonly<Record<string, unknown>>;
  for (const prefix of ['natural', 'video', 'display']) {
    const [width, height] = [sizes[`${prefix}Width`], sizes[`${prefix}Height`]];
    if (typeof width === 'number' && typeof height === 'number') return { width, height };
  }
  const { width, height } = sizes;
  const isDrawn = 'getContext' in image || 'close' in image;
  return isDrawn && typeof width === 'number' && typeof height === 'number' ? { width, height } : undefined;
}
