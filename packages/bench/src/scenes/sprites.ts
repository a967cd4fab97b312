import { convertIndexedToRgb, decode } from 'fast-png';
import { fluent, noto, twemoji } from '#sprites';
import { OBJECT_NAMES, type ObjectName, SPRITE_SIZE } from './objects';

/** Artists' sets: Google's Noto Emoji, Microsoft's Fluent Emoji (flat) and Twemoji (X's, by its contributors). */
export const STYLES = ['noto', 'fluent', 'twemoji'] as const;
export type Style = (typeof STYLES)[number];

export const STYLE_NAMES: Readonly<Record<Style, string>> = {
  noto: 'Noto',
  fluent: 'Fluent',
  twemoji: 'Twemoji',
};

const SHEETS: Readonly<Record<Style, string>> = { noto, fluent, twemoji };

/** One drawing with its colours multiplied by its opacity: `edge · edge · 4` numbers, colours 0–255, opacity 0–1. */
type Sprite = Float32Array;

const sheets = new Map<Style, Uint8Array>();
const loaded = new Map<string, ReadonlyMap<ObjectName, Sprite>>();

/** All drawings of a style, `edge` pixels high and wide, by averaging areas. */
export function spritesOf(style: Style, edge: number): ReadonlyMap<ObjectName, Sprite> {
  const key = `${style} ${edge}`;
  let sprites = loaded.get(key);
  if (!sprites) {
    const sheet = sheets.get(style) ?? readSheet(SHEETS[style]);
    sheets.set(style, sheet);
    sprites = new Map(OBJECT_NAMES.map((name, index) => [name, resample(sheet, index, edge)]));
    loaded.set(key, sprites);
  }
  return sprites;
}

/** A column of drawings as straight RGBA bytes. */
function readSheet(base64: string): Uint8Array {
  const png = decode(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
  return Uint8Array.from(convertIndexedToRgb(png));
}

/** Each pixel of the result is the mean of the area that it covers, in colours multiplied by their opacity. */
function resample(sheet: Uint8Array, index: number, edge: number): Sprite {
  const start = index * SPRITE_SIZE * SPRITE_SIZE * 4;
  const coverage = overlaps(edge);
  const sprite = new Float32Array(edge * edge * 4);
  for (let y = 0; y < edge; y++) {
    for (let x = 0; x < edge; x++) {
      const to = (y * edge + x) * 4;
      for (const [row, high] of coverage[y]!) {
        for (const [column, wide] of coverage[x]!) {
          const from = start + (row * SPRITE_SIZE + column) * 4;
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
function overlaps(edge: number): [pixel: number, share: number][][] {
  const step = SPRITE_SIZE / edge;
  return Array.from({ length: edge }, (_, part) => {
    const [from, to] = [part * step, (part + 1) * step];
    const covered: [number, number][] = [];
    for (let pixel = Math.floor(from); pixel < Math.min(Math.ceil(to), SPRITE_SIZE); pixel++) {
      const share = (Math.min(pixel + 1, to) - Math.max(pixel, from)) / step;
      if (share > 1e-9) covered.push([pixel, share]);
    }
    return covered;
  });
}
