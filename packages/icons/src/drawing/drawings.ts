import type { Icon } from '../corpus/icon';

/** An icon that has no picture, and why. */
export interface SkippedIcon {
  readonly icon: Icon;
  /** A clause: `nothing is drawn`. */
  readonly why: string;
}

/** Pictures of icons, all of one size. */
export interface Drawings {
  /** Edge of each picture in pixels. */
  readonly size: number;
  /**
   * RGB, 8 bit, row by row, one picture behind the other: picture `i` starts at `i · size² · 3`. An icon that was skipped
   * has its place too: plain paper.
   */
  readonly pixels: Uint8Array;
  /** Icons without a picture, in the order of the icons. */
  readonly skipped: readonly SkippedIcon[];
  /** Whether the icon of this index, counted from 0, has a picture. */
  has(index: number): boolean;
}

/** Pictures that come one after another. */
export interface DrawingsDraft {
  /** @param pixels the picture's `size² · 3` bytes */
  put(index: number, pixels: Uint8Array): void;
  skip(index: number, why: string): void;
  /** Why icons have no picture so far, by their index, in order. */
  reasons(): readonly (readonly [number, string])[];
  /** Call once, when each icon has its picture or is skipped. */
  finish(): Drawings;
}

/** What is said of a picture that is all paper. */
const blank = 'nothing is drawn in the colours that were asked for';

export function startDrawings(
  icons: readonly Icon[],
  size: number,
  paper: readonly [number, number, number],
  onSkip?: (skipped: SkippedIcon) => void,
): DrawingsDraft {
  const bytes = size * size * 3;
  const pixels = new Uint8Array(icons.length * bytes);
  const reasons = new Map<number, string>();
  const isPaper = (picture: Uint8Array) => {
    for (let at = 0; at < bytes; at++) if (picture[at] !== paper[at % 3]) return false;
    return true;
  };
  const sorted = () => [...reasons].sort(([a], [b]) => a - b);
  const skip = (index: number, why: string) => {
    reasons.set(index, why);
    const target = pixels.subarray(index * bytes, (index + 1) * bytes);
    for (let at = 0; at < bytes; at++) target[at] = paper[at % 3]!;
    onSkip?.({ icon: icons[index]!, why });
  };
  return {
    put(index, picture) {
      if (isPaper(picture)) skip(index, blank);
      else pixels.set(picture, index * bytes);
    },
    skip,
    reasons: sorted,
    finish: () => ({
      size,
      pixels,
      skipped: sorted().map(([index, why]) => ({ icon: icons[index]!, why })),
      has: (index) => index >= 0 && index < icons.length && !reasons.has(index),
    }),
  };
}
