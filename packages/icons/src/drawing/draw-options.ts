import { integer, number, optional, type Rule, rule } from '@slipform/kit/options/options';

/** How an icon becomes a picture. */
export interface DrawOptions {
  /** Edge of the square picture in pixels, from 8 to 1,024. Default: 32. */
  readonly size?: number;
  /** Colour of the pen, as `#rgb` or `#rrggbb`; drawings with colours of their own keep them. Default: `#000`. */
  readonly colour?: string;
  /** Colour of the paper, as `#rgb` or `#rrggbb`. Default: `#fff`. */
  readonly background?: string;
  /** Free paper on each side of the view box, as a share of the picture's edge, from 0 to .45. Default: 0. */
  readonly padding?: number;
}

/** The options with their defaults. */
export type DrawOptionsRead = Required<DrawOptions>;

/** A colour that Node's renderer, a canvas and a test of pixels read alike. */
/* @__NO_SIDE_EFFECTS__ */
function colour(): Rule<string> {
  return rule(
    'a colour as #rgb or #rrggbb, such as #1f2937',
    (value) => typeof value === 'string' && /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(value),
    { placeholder: '<#rrggbb>' },
  );
}

/** The rows of these options, which each function that draws has. */
export const drawRows = {
  size: optional(integer({ min: 8, max: 1024 }), 32),
  colour: optional(colour(), '#000'),
  background: optional(colour(), '#fff'),
  padding: optional(number({ min: 0, max: 0.45 }), 0),
};

/** Red, green and blue of a colour, 0 to 255. */
export function rgbOf(colour: string): readonly [number, number, number] {
  const digits =
    colour.length === 4 ? [...colour.slice(1)].map((one) => one + one).join('') : colour.slice(1);
  const value = Number.parseInt(digits, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
