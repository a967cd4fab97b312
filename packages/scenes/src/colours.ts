/** Colours of the tiles that the drawings stand on, as sRGB. Far apart, and none is the name of a thing in the scenes. */
export const COLOURS = {
  red: [214, 48, 49],
  green: [42, 157, 78],
  blue: [40, 98, 220],
  yellow: [247, 205, 48],
  purple: [128, 62, 176],
  pink: [246, 151, 190],
  brown: [126, 82, 46],
  black: [34, 34, 40],
} as const satisfies Record<string, readonly [number, number, number]>;

export type ColourName = keyof typeof COLOURS;

export const COLOUR_NAMES = Object.keys(COLOURS) as ColourName[];

/** Colours of what lies behind the tiles; no tile has one of them. */
export const BACKGROUNDS = {
  white: [250, 250, 248],
  grey: [142, 146, 152],
  turquoise: [98, 205, 196],
  orange: [240, 150, 70],
} as const satisfies Record<string, readonly [number, number, number]>;

export type BackgroundName = keyof typeof BACKGROUNDS;

export const BACKGROUND_NAMES = Object.keys(BACKGROUNDS) as BackgroundName[];

/** What lies behind the tiles where captions say nothing of it. */
export const PLAIN_BACKGROUND = [232, 231, 226] as const;
