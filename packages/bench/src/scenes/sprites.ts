import { decode } from 'fast-png';
import { fluent, noto } from '#sprites';
import { OBJECT_NAMES, type ObjectName, SPRITE_SIZE } from './objects';
import { GRID } from './scene';

/** Artists' sets: Google's Noto Emoji and Microsoft's Fluent Emoji (flat). */
export const STYLES = ['noto', 'fluent'] as const;
export type Style = (typeof STYLES)[number];

export const STYLE_NAMES: Readonly<Record<Style, string>> = { noto: 'Noto', fluent: 'Fluent' };

/** Edge of a scene's picture in pixels at scale 1. */
export const SCENE_SIZE = SPRITE_SIZE;

const SHEETS: Readonly<Record<Style, string>> = { noto, fluent };

/** One drawing with its colours multiplied by its opacity: `edge · edge · 4` numbers, colours 0–255, opacity 0–1. */
type Sprite = Float32Array;

const loaded = new Map<string, ReadonlyMap<ObjectName, Sprite>>();

/** All drawings of a style, `SCENE_SIZE / GRID · scale` pixels along the edge (scale 1 to 3), by averaging areas. */
export function spritesOf(style: Style, scale: 1 | 3): ReadonlyMap<ObjectName, Sprite> {
  const key = `${style} ${scale}`;
  let sprites = loaded.get(key);
  if (!sprites) {
    sprites = cutSheet(SHEETS[style], (SPRITE_SIZE / GRID) * scale);
    loaded.set(key, sprites);
  }
  return sprites;
}

function cutSheet(base64: string, edge: number): Map<ObjectName, Sprite> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const { data } = decode(bytes);
  const sprites = new Map<ObjectName, Sprite>();
  const factor = SPRITE_SIZE / edge;
  OBJECT_NAMES.forEach((name, index) => {
    const sprite = new Float32Array(edge * edge * 4);
    const start = index * SPRITE_SIZE * SPRITE_SIZE * 4;
    for (let y = 0; y < SPRITE_SIZE; y++) {
      for (let x = 0; x < SPRITE_SIZE; x++) {
        const from = start + (y * SPRITE_SIZE + x) * 4;
        const to = (Math.floor(y / factor) * edge + Math.floor(x / factor)) * 4;
        const opacity = data[from + 3]! / 255 / (factor * factor);
        for (let channel = 0; channel < 3; channel++)
          sprite[to + channel]! += data[from + channel]! * opacity;
        sprite[to + 3]! += opacity;
      }
    }
    sprites.set(name, sprite);
  });
  return sprites;
}
