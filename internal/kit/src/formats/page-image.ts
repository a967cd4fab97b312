/**
 * What a page shows and a canvas can draw: `<img>`, `<canvas>`, OffscreenCanvas, ImageBitmap, `<video>` (its current frame)
 * and VideoFrame. Recognised by what they have, since Node's types don't name them.
 */
export type PageImage =
  | { readonly naturalWidth: number; readonly naturalHeight: number }
  | { readonly videoWidth: number; readonly videoHeight: number }
  | { readonly displayWidth: number; readonly displayHeight: number; close(): void }
  | { readonly width: number; readonly height: number; close(): void }
  | { readonly width: number; readonly height: number; getContext: unknown };
