import { InputError } from '@slipform/kit/errors/input-error';
import {
  abortSignal,
  callback,
  defineOptions,
  extend,
  optional,
  type RowsFor,
} from '@slipform/kit/options/options';
import type { Icon } from '../corpus/icon';
import { whyNotDrawn } from '../svg/why-not-drawn';
import { type DrawOptions, drawRows, rgbOf } from './draw-options';
import { type Drawings, type SkippedIcon, startDrawings } from './drawings';
import { svgOf } from './icon-svg';

export interface DrawInPageOptions extends DrawOptions {
  /** Stops the work; its reason is thrown. */
  readonly signal?: AbortSignal;
  /** Gets how many icons are drawn or skipped. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  /** Gets each icon that has no picture, when it is known. */
  readonly onSkip?: (skipped: SkippedIcon) => void;
}

const table = defineOptions(
  'drawInPage',
  extend(drawRows, {
    signal: optional(abortSignal()),
    onProgress: optional(callback<(progress: { readonly done: number; readonly total: number }) => void>()),
    onSkip: optional(callback<(skipped: SkippedIcon) => void>()),
  }) satisfies RowsFor<DrawInPageOptions>,
);

/** So many drawings are decoded side by side. */
const atOnce = 16;

/**
 * Draws icons by a page's own canvas, as `drawIcons` of `@slipform/icons/files` does by resvg: the pictures are alike, not
 * the same to the bit. Needs a page: web workers have no images of SVG.
 *
 * @throws {InputError} for an option that breaks its rule, or without a page
 *
 * @example
 * const drawings = await drawInPage(corpus.icons, { size: 32 });
 * drawings.pixels; // RGB, one picture behind the other
 */
export async function drawInPage(icons: readonly Icon[], options: DrawInPageOptions = {}): Promise<Drawings> {
  const read = table.read(options);
  const { size, background, signal, onProgress, onSkip } = read;
  signal?.throwIfAborted();
  const draft = startDrawings(icons, size, rgbOf(background), onSkip);
  const context = contextOf(size);
  const total = icons.length;
  for (let start = 0; start < total; start += atOnce) {
    const some = icons.slice(start, start + atOnce);
    const images = await Promise.all(some.map((icon) => whyNotDrawn(icon) ?? decoded(svgOf(icon, read))));
    signal?.throwIfAborted();
    images.forEach((image, at) => {
      if (typeof image === 'string') draft.skip(start + at, image);
      else {
        context.fillStyle = background;
        context.fillRect(0, 0, size, size);
        context.drawImage(image, 0, 0, size, size);
        draft.put(start + at, rgbFrom(context.getImageData(0, 0, size, size).data));
      }
    });
    onProgress?.({ done: start + some.length, total });
  }
  return draft.finish();
}

function contextOf(size: number): CanvasRenderingContext2D {
  if (typeof document === 'undefined') {
    throw new InputError(
      'drawInPage needs a page with a canvas; in Node use drawIcons of @slipform/icons/files.',
    );
  }
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null)
    throw new InputError('drawInPage needs a canvas that draws, and this page gives none.');
  return context;
}

/** The drawing as an image, or why there is none. */
async function decoded(svg: string): Promise<HTMLImageElement | string> {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  try {
    await image.decode();
    return image;
  } catch {
    return "the page can't read it";
  }
}

function rgbFrom(rgba: Uint8ClampedArray): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4) {
    rgb[to++] = rgba[from]!;
    rgb[to++] = rgba[from + 1]!;
    rgb[to++] = rgba[from + 2]!;
  }
  return rgb;
}
