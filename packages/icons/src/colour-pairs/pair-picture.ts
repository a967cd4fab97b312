import { defineOptions, misfit, type RowsFor, readable, rule } from '@slipform/kit/options/options';
import { checkPair } from './check-pair';
import { type ColourPair, PAIR_COLOURS, PAIR_JOINERS, type PairPlace } from './pair-caption';

/** Free paper around each icon, as a share of its own edge, so that the two don't touch. */
export const PAIR_PADDING = 0.05;

/** Where the first thing stands in the picture, in halves of its edge: across and down. The second stands opposite. */
const CORNERS: Readonly<Record<PairPlace, readonly [x: number, y: number]>> = {
  left: [0, 0.5],
  right: [1, 0.5],
  above: [0.5, 0],
  below: [0.5, 1],
};
const OPPOSITE = { left: 'right', right: 'left', above: 'below', below: 'above' } as const;

export interface PairPixelsOptions {
  /** Edge of each drawing in pixels, an even number from 2 to 1,024; the picture has twice as much. */
  readonly half: number;
}

const table = defineOptions('pairPixels', {
  half: rule<number>(
    'an even number of pixels from 2 to 1024',
    (value) => typeof value === 'number' && value % 2 === 0 && value >= 2 && value <= 1024,
  ),
} satisfies RowsFor<PairPixelsOptions>);

/**
 * Paints two drawings of one hand into a picture of two coloured things: ink takes the colour, paper stays white.
 *
 * @param drawings of the first and the second thing that is named, in shades of grey (0 is ink), `half²` bytes each, drawn with
 *   `padding: PAIR_PADDING`
 * @param place of the first thing; one of those of which the joiner is true
 * @returns RGB, `(2 · half)² · 3` bytes, row by row
 * @throws {InputError} for drawings of another size, and a place that makes the caption false
 *
 * @example
 * const pair = readPairCaption('A red bell to the left of a blue cloud')!;
 * const bell = new Uint8Array(24 * 24); // a drawing in grey, as drawIcons gives it with channels: 1
 * const pixels = pairPixels([bell, bell], pair, 'left', { half: 24 }); // 48 × 48 × 3 bytes
 */
export function pairPixels(
  drawings: readonly [Uint8Array, Uint8Array],
  pair: ColourPair,
  place: PairPlace,
  options: PairPixelsOptions,
): Uint8Array {
  const { half } = table.read(options);
  checkPair('pairPixels', pair);
  const { things, joiner } = pair;
  const isDrawing = (each: unknown) => each instanceof Uint8Array && each.length === half * half;
  const areDrawings = readable(
    'pairPixels',
    () => 'drawings',
    () => Array.isArray(drawings) && drawings.length === 2 && Array.from(drawings).every(isDrawing),
  );
  if (!areDrawings) {
    throw misfit('pairPixels', 'drawings', `two Uint8Arrays of ${half * half} bytes`, drawings);
  }
  const places: readonly PairPlace[] = PAIR_JOINERS[joiner];
  if (!places.includes(place)) {
    throw misfit('pairPixels', 'place', `one of which "${joiner}" is true (${places.join(', ')})`, place);
  }
  const edge = 2 * half;
  const pixels = new Uint8Array(edge * edge * 3).fill(255);
  for (const [at, drawing] of drawings.entries()) {
    const [across, down] = CORNERS[at === 0 ? place : OPPOSITE[place]];
    const paint = PAIR_COLOURS[things[at]!.colour];
    for (let y = 0; y < half; y++) {
      let to = ((down * half + y) * edge + across * half) * 3;
      for (let x = 0; x < half; x++) {
        const paper = drawing[y * half + x]!;
        for (const channel of paint) pixels[to++] = channel + Math.round(((255 - channel) * paper) / 255);
      }
    }
  }
  return pixels;
}
