import { missingOf, pictured } from '#pictured';
import { TINTS, type Tint } from './read-picture';
import { cutSprite, readSheet, type Sprite } from './sprite-sheet';

/** Artists' sets: Google's Noto Emoji, Microsoft's Fluent Emoji (flat) and Twemoji (X's, by its contributors). */
export const STYLES = ['noto', 'fluent', 'twemoji'] as const;
export type Style = (typeof STYLES)[number];

export const STYLE_NAMES: Readonly<Record<Style, string>> = {
  noto: 'Noto',
  fluent: 'Fluent',
  twemoji: 'Twemoji',
};

/** One artist's drawings of the table's emoji. */
export interface Artist {
  has(drawing: number): boolean;
  /** `edge` pixels high and wide. */
  spriteOf(drawing: number, edge: number, tint: Tint | undefined): Sprite;
}

// Written out, so that a bundler makes a file of each that is loaded on demand.
const sheets: Readonly<Record<Style, () => Promise<{ readonly default: string }>>> = {
  noto: () => import('#emoji/noto'),
  fluent: () => import('#emoji/fluent'),
  twemoji: () => import('#emoji/twemoji'),
};

const artists = new Map<Style, Promise<Artist>>();

/** Loads an artist's drawings once. */
export function loadArtist(style: Style): Promise<Artist> {
  let artist = artists.get(style);
  if (artist === undefined) {
    artist = sheets[style]().then((module) => createArtist(style, readSheet(module.default)));
    artists.set(style, artist);
    // What could not be loaded may be there the next time.
    artist.catch(() => artists.delete(style));
  }
  return artist;
}

/** Sprites that are remembered, so that a set of pictures is drawn fast and memory stays bounded. */
const maxSprites = 2000;

function createArtist(style: Style, sheet: Uint8Array): Artist {
  const missing = new Set(missingOf[style]);
  const sprites = new Map<string, Sprite>();
  return {
    has: (drawing) => !missing.has(drawing),
    spriteOf(drawing, edge, tint) {
      const key = `${drawing} ${edge} ${tint}`;
      let sprite = sprites.get(key);
      if (sprite === undefined) {
        sprite = cutSprite(sheet, pictured.edge, drawing, edge);
        if (tint !== undefined) tintSprite(sprite, TINTS[tint]);
        if (sprites.size >= maxSprites) sprites.clear();
        sprites.set(key, sprite);
      }
      return sprite;
    },
  };
}

/**
 * Gives a drawing one colour: each pixel takes the colour times 0.5 + 0.6 l, where l is its own luma from 0 to 1, so that lines and
 * lights stay; a seventh of its own colour stays, too.
 */
function tintSprite(sprite: Sprite, [red, green, blue]: readonly [number, number, number]): void {
  for (let at = 0; at < sprite.length; at += 4) {
    const opacity = sprite[at + 3]!;
    if (opacity === 0) continue;
    const luma = (0.299 * sprite[at]! + 0.587 * sprite[at + 1]! + 0.114 * sprite[at + 2]!) / (255 * opacity);
    const shade = 0.5 + 0.6 * luma;
    for (const [channel, value] of [red, green, blue].entries()) {
      const tinted = Math.min(255, value * shade) * opacity;
      sprite[at + channel] = (6 * tinted + sprite[at + channel]!) / 7;
    }
  }
}
