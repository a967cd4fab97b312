import { encode } from 'fast-png';
import type { Icon } from '../corpus/icon';
import { drawIcons } from '../drawing/draw-icons';
import type { DrawOptionsRead } from '../drawing/draw-options';
import type { SkippedIcon } from '../drawing/drawings';

/** An icon and its picture as a PNG file. */
export interface IconPicture {
  /** Its place among the icons that were asked for. */
  readonly index: number;
  readonly icon: Icon;
  readonly png: Uint8Array;
}

export interface PictureStreamOptions {
  readonly draw: DrawOptionsRead;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: (done: number) => void;
  readonly onSkip: (skipped: SkippedIcon) => void;
}

/** Bytes of the pictures that are held at once, raw. */
const maxHeld = 64 * 2 ** 20;

/** The pictures of icons in their order, without the skipped ones. While one part is encoded, the next is drawn. */
export async function* pictureStream(
  icons: readonly Icon[],
  { draw, signal, onProgress, onSkip }: PictureStreamOptions,
): AsyncGenerator<IconPicture> {
  const { size } = draw;
  const bytes = size * size * 3;
  const atOnce = Math.max(1, Math.floor(maxHeld / 2 / bytes));
  const start = (from: number) => {
    const part = icons.slice(from, from + atOnce);
    const drawn = drawIcons(part, { ...draw, workers: 1, ...(signal && { signal }) });
    // It is awaited later; until then a failure is nobody's.
    drawn.catch(() => {});
    return { part, drawn };
  };
  let next = icons.length > 0 ? start(0) : undefined;
  for (let from = 0; next !== undefined; from += atOnce) {
    const { part, drawn } = next;
    const { pixels, skipped, has } = await drawn;
    next = from + atOnce < icons.length ? start(from + atOnce) : undefined;
    for (const one of skipped) onSkip(one);
    for (const [at, icon] of part.entries()) {
      signal?.throwIfAborted();
      if (has(at))
        yield { index: from + at, icon, png: pngOf(pixels.subarray(at * bytes, (at + 1) * bytes), size) };
      onProgress(from + at + 1);
    }
  }
}

/** A PNG file, grey where no pixel has a colour: a third of the work. The same pixels give the same bytes. */
function pngOf(rgb: Uint8Array, size: number): Uint8Array {
  const grey = new Uint8Array(size * size);
  for (let at = 0; at < grey.length; at++) {
    const [red, green, blue] = [rgb[3 * at]!, rgb[3 * at + 1]!, rgb[3 * at + 2]!];
    if (red !== green || green !== blue) {
      return encode({ width: size, height: size, data: rgb, channels: 3, depth: 8 });
    }
    grey[at] = red;
  }
  return encode({ width: size, height: size, data: grey, channels: 1, depth: 8 });
}
