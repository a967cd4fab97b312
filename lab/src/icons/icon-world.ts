import type { Icon } from '@slipform/icons';

/** Drawings, one behind the other. */
export interface GreyDrawings {
  /** Height and width of each drawing in pixels. */
  readonly size: number;
  /** Luminance, [drawings, size, size]: 0 is ink and 255 is paper. */
  readonly grey: Uint8Array;
}

/** Icons with their drawings, for a model to train on or to be judged on. */
export interface IconWorld extends GreyDrawings {
  readonly icons: readonly Icon[];
}

/** What `drawIcons` returns, as far as a world needs it. */
export interface DrawnPixels {
  readonly size: number;
  /** RGB, [icons, size, size, 3]. */
  readonly pixels: Uint8Array;
  /** Whether icon i was drawn: not skipped, and not blank. */
  has(index: number): boolean;
}

/** Icons and their drawings in shades of grey; those without a drawing are left out. */
export function iconWorld(icons: readonly Icon[], drawings: DrawnPixels): IconWorld {
  const { size, pixels } = drawings;
  const drawn = [...icons.keys()].filter((index) => drawings.has(index));
  const area = size * size;
  const grey = new Uint8Array(drawn.length * area);
  for (const [row, index] of drawn.entries()) {
    for (let at = 0; at < area; at++) {
      const from = (index * area + at) * 3;
      grey[row * area + at] = luminance(pixels[from]!, pixels[from + 1]!, pixels[from + 2]!);
    }
  }
  return { icons: drawn.map((index) => icons[index]!), size, grey };
}

/** Rec. 601, as Pillow's and sharp's greys. */
function luminance(red: number, green: number, blue: number): number {
  return Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
}
