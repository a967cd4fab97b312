import { convertIndexedToRgb, decode } from 'fast-png';

/** One drawing with its colours multiplied by its opacity: `edge · edge · 4` numbers, colours 0–255, opacity 0–1. */
export type Sprite = Float32Array;

/** A column of drawings as straight RGBA bytes. */
export function readSheet(base64: string): Uint8Array {
  const png = decode(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
  return new Uint8Array(convertIndexedToRgb(png));
}

/**
 * Cuts the drawing at `index` out of a column of drawings of `size` pixels, and makes it `edge` pixels: each pixel is the
 * mean of the area that it covers, in colours multiplied by their opacity.
 */
export function cutSprite(sheet: Uint8Array, size: number, index: number, edge: number): Sprite {
  const start = index * size * size * 4;
  const coverage = overlaps(size, edge);
  const sprite = new Float32Array(edge * edge * 4);
  for (let y = 0; y < edge; y++) {
    for (let x = 0; x < edge; x++) {
      const to = (y * edge + x) * 4;
      for (const [row, high] of coverage[y]!) {
        for (const [column, wide] of coverage[x]!) {
          const from = start + (row * size + column) * 4;
          const opacity = (sheet[from + 3]! / 255) * high * wide;
          for (let channel = 0; channel < 3; channel++)
            sprite[to + channel]! += sheet[from + channel]! * opacity;
          sprite[to + 3]! += opacity;
        }
      }
    }
  }
  return sprite;
}

/** For each of `edge` equal parts of a sprite's edge the pixels under it, with the share of the part that each covers. */
function overlaps(size: number, edge: number): [pixel: number, share: number][][] {
  const step = size / edge;
  return Array.from({ length: edge }, (_, part) => {
    const [from, to] = [part * step, (part + 1) * step];
    const covered: [number, number][] = [];
    for (let pixel = Math.floor(from); pixel < Math.min(Math.ceil(to), size); pixel++) {
      const share = (Math.min(pixel + 1, to) - Math.max(pixel, from)) / step;
      if (share > 1e-9) covered.push([pixel, share]);
    }
    return covered;
  });
}

/** Paints a drawing over what is there: RGB bytes of a picture `size` pixels wide, from the byte `corner` on. */
export function paintSprite(
  pixels: Uint8Array,
  size: number,
  corner: number,
  sprite: Sprite,
  edge: number,
): void {
  for (let y = 0; y < edge; y++) {
    for (let x = 0; x < edge; x++) {
      const from = (y * edge + x) * 4;
      const to = corner + (y * size + x) * 3;
      const through = 1 - sprite[from + 3]!;
      for (let channel = 0; channel < 3; channel++) {
        pixels[to + channel] = (sprite[from + channel]! + pixels[to + channel]! * through + 0.5) | 0;
      }
    }
  }
}
