import {
  defineOptions,
  integer,
  misfit,
  number,
  optional,
  type RowsFor,
  readable,
  rule,
} from '@slipform/kit/options/options';
import { type DrawOptions, drawRows } from '../drawing/draw-options';
import { ownMarkup } from '../svg/markup';
import { type Drawable, whyNotDrawn } from '../svg/why-not-drawn';
import type { DuoLayout } from './duo-wording';

/** Free paper around each icon of a picture of two, as a share of its own edge, so that the two don't touch. */
export const DUO_PADDING = 0.05;

export interface DuoSvgOptions extends DrawOptions {
  /** What the ids of its drawings begin with, so that several pictures fit into one page: a letter, then letters and digits. Default `duo`. */
  readonly prefix?: string;
}

const svgTable = defineOptions('duoSvg', {
  ...drawRows,
  size: optional(integer({ min: 16, max: 1024 }), 64),
  padding: optional(number({ min: 0, max: 0.45 }), DUO_PADDING),
  prefix: optional(
    rule<string>(
      'letters and digits',
      (value) => typeof value === 'string' && /^[a-z][a-z0-9]*$/i.test(value),
    ),
    'duo',
  ),
} satisfies RowsFor<DuoSvgOptions>);

/**
 * A picture of two icons as an SVG document: a square, in which each has half of the edge.
 *
 * @param options of the whole picture (`size` from 16, default 64); `padding` is that of each icon, default {@link DUO_PADDING}
 * @throws {InputError} for what are no two icons, and an option that breaks its rule
 *
 * @example
 * const svg = duoSvg([bellOff, cloudPlus], 'beside', { size: 96 });
 */
export function duoSvg(
  icons: readonly [Drawable, Drawable],
  layout: DuoLayout,
  options: DuoSvgOptions = {},
): string {
  if (!Array.isArray(icons) || icons.length !== 2) throw misfit('duoSvg', 'icons', 'two icons', icons);
  checkLayout('duoSvg', layout);
  const { size, background, colour, padding, prefix } = svgTable.read(options);
  const parts = icons.map((icon, at) => {
    const place = `icons[${at}]`;
    readable(
      'duoSvg',
      () => place,
      () => {
        const isIcon =
          typeof icon?.body === 'string' &&
          [icon.left, icon.top, icon.width, icon.height].every((each) => Number.isFinite(each));
        const objection = isIcon ? whyNotDrawn(icon) : undefined;
        if (!isIcon) throw misfit('duoSvg', place, 'an icon', icon);
        if (objection === undefined) return;
        throw misfit('duoSvg', place, `a drawing that can be shown (${objection})`, icon);
      },
    );
    const [x, y] = placeOf(layout, at, size);
    const edge = Math.max(icon.width, icon.height) / (1 - 2 * padding);
    const box = [icon.left - (edge - icon.width) / 2, icon.top - (edge - icon.height) / 2, edge, edge].join(
      ' ',
    );
    // Both may have a gradient that is named `a`.
    const markup = ownMarkup(icon.body, `${prefix}${at}-`);
    return `<svg x="${x}" y="${y}" width="${size / 2}" height="${size / 2}" viewBox="${box}" color="${colour}">${markup}</svg>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}"><path fill="${background}" d="M0 0h${size}v${size}H0z"/>${parts.join('')}</svg>`;
}

/** Where the first (0) or second icon begins: half as large as the picture, in its middle across. */
function placeOf(layout: DuoLayout, at: number, size: number): readonly [x: number, y: number] {
  const along = at * (size / 2);
  return layout === 'beside' ? [along, size / 4] : [size / 4, along];
}

export interface DuoPixelsOptions {
  /** Edge of each drawing in pixels, an even number from 2 to 1,024; the picture has twice as much. */
  readonly half: number;
  /** Bytes of a pixel, from 1 to 4. Default 3. */
  readonly channels?: number;
}

const pixelTable = defineOptions('duoPixels', {
  half: rule<number>(
    'an even number of pixels from 2 to 1024',
    (value) => typeof value === 'number' && value % 2 === 0 && value >= 2 && value <= 1024,
  ),
  channels: optional(integer({ min: 1, max: 4 }), 3),
} satisfies RowsFor<DuoPixelsOptions>);

/**
 * Puts two drawings into one picture, pixel by pixel.
 *
 * @param drawings 8 bits a channel, drawn with `padding: DUO_PADDING`, `half² · channels` bytes each, as `drawIcons` gives them
 * @returns `(2 · half)² · channels` bytes, row by row; what no drawing covers is white
 * @throws {InputError} for drawings of other sizes
 *
 * @example
 * const pixels = duoPixels([left, right], 'beside', { half: 24 }); // 48 × 48 × 3 bytes
 */
export function duoPixels(
  drawings: readonly [Uint8Array, Uint8Array],
  layout: DuoLayout,
  options: DuoPixelsOptions,
): Uint8Array {
  checkLayout('duoPixels', layout);
  const { half, channels } = pixelTable.read(options);
  const bytes = half * half * channels;
  readable(
    'duoPixels',
    () => 'drawings',
    () => {
      const isRight = (each: unknown) => each instanceof Uint8Array && each.length === bytes;
      if (Array.isArray(drawings) && drawings.length === 2 && drawings.every(isRight)) return;
      throw misfit('duoPixels', 'drawings', `two Uint8Arrays of ${bytes} bytes`, drawings);
    },
  );
  const edge = 2 * half;
  const pixels = new Uint8Array(edge * edge * channels).fill(255);
  drawings.forEach((drawing, at) => {
    const [left, top] = placeOf(layout, at, edge);
    for (let y = 0; y < half; y++) {
      const line = drawing.subarray(y * half * channels, (y + 1) * half * channels);
      pixels.set(line, ((top + y) * edge + left) * channels);
    }
  });
  return pixels;
}

function checkLayout(caller: string, layout: unknown): void {
  if (layout !== 'beside' && layout !== 'above') {
    throw misfit(caller, 'layout', "'beside' or 'above'", layout);
  }
}
