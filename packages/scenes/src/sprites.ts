import { fluent, noto, twemoji } from '#sprites';
import { OBJECT_NAMES, type ObjectName, SPRITE_SIZE } from './objects';
import { cutSprite, readSheet, type Sprite } from './sprite-sheet';

/** Artists' sets: Google's Noto Emoji, Microsoft's Fluent Emoji (flat) and Twemoji (X's, by its contributors). */
export const STYLES = ['noto', 'fluent', 'twemoji'] as const;
export type Style = (typeof STYLES)[number];

export const STYLE_NAMES: Readonly<Record<Style, string>> = {
  noto: 'Noto',
  fluent: 'Fluent',
  twemoji: 'Twemoji',
};

export interface DrawOptions {
  /** Whose drawings to use. Default `'noto'`. */
  readonly style?: Style;
  /** 1: as models see it (default), 48 × 48 pixels or 64 × 64 by the scene's detail. 3: three times that, for people. */
  readonly scale?: 1 | 3;
}

const SHEETS: Readonly<Record<Style, string>> = { noto, fluent, twemoji };

const sheets = new Map<Style, Uint8Array>();
const loaded = new Map<string, ReadonlyMap<ObjectName, Sprite>>();

/** All drawings of a style, `edge` pixels high and wide, by averaging areas. */
export function spritesOf(style: Style, edge: number): ReadonlyMap<ObjectName, Sprite> {
  const key = `${style} ${edge}`;
  let sprites = loaded.get(key);
  if (!sprites) {
    const sheet = sheets.get(style) ?? readSheet(SHEETS[style]);
    sheets.set(style, sheet);
    sprites = new Map(OBJECT_NAMES.map((name, index) => [name, cutSprite(sheet, SPRITE_SIZE, index, edge)]));
    loaded.set(key, sprites);
  }
  return sprites;
}
