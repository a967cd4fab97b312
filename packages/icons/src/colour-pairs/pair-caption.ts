import { misfit } from '@slipform/kit/options/options';
import { checkPair } from './check-pair';

/** What an icon may be painted in, as sRGB. White is the paper. */
export const PAIR_COLOURS = {
  red: [214, 39, 40],
  orange: [255, 140, 0],
  yellow: [242, 200, 0],
  green: [34, 150, 44],
  blue: [31, 79, 214],
  purple: [142, 47, 191],
  pink: [255, 120, 190],
  brown: [130, 70, 28],
  grey: [145, 145, 145],
  black: [0, 0, 0],
} as const satisfies Readonly<Record<string, readonly [number, number, number]>>;

export type PairColour = keyof typeof PAIR_COLOURS;
export const COLOUR_NAMES = Object.keys(PAIR_COLOURS) as PairColour[];

/** Where the thing that is named first lies, seen from the other. */
export type PairPlace = 'left' | 'right' | 'above' | 'below';

/** What may stand between two things, and the places of which it is true. */
export const PAIR_JOINERS = {
  and: ['left', 'right', 'above', 'below'],
  with: ['left', 'right', 'above', 'below'],
  'next to': ['left', 'right'],
  beside: ['left', 'right'],
  'to the left of': ['left'],
  'to the right of': ['right'],
  above: ['above'],
  below: ['below'],
} as const satisfies Readonly<Record<string, readonly PairPlace[]>>;

export type PairJoiner = keyof typeof PAIR_JOINERS;

export interface ColouredThing {
  /** An icon's caption: `bell`, `alarm clock`. */
  readonly thing: string;
  readonly colour: PairColour;
}

/** Two coloured things as a caption names them. */
export interface ColourPair {
  readonly things: readonly [ColouredThing, ColouredThing];
  readonly joiner: PairJoiner;
}

/**
 * The caption of two coloured things: "A red bell next to a blue cloud".
 *
 * @throws {InputError} for a colour or joiner that is none of {@link PAIR_COLOURS} and {@link PAIR_JOINERS}
 *
 * @example
 * pairCaption({ things: [{ thing: 'bell', colour: 'red' }, { thing: 'cloud', colour: 'orange' }], joiner: 'above' });
 * // 'A red bell above an orange cloud'
 */
export function pairCaption(pair: ColourPair): string {
  checkPair('pairCaption', pair);
  const { things, joiner } = pair;
  const [first, second] = things.map(
    ({ thing, colour }) => `${/^[aeiou]/.test(colour) ? 'an' : 'a'} ${colour} ${thing}`,
  );
  return `A${first!.slice(1)} ${joiner} ${second}`;
}

const alternatives = (words: object) => Object.keys(words).join('|');
const coloured = `an? (${alternatives(PAIR_COLOURS)}) ([a-z]+(?: [a-z]+){0,3}?)`;
const CAPTION = new RegExp(`^${coloured} (${alternatives(PAIR_JOINERS)}) ${coloured}\\.?$`, 'i');

/**
 * Reads such a caption, also one that the miner has edited; `undefined` for every other text, which can't be drawn.
 *
 * @example
 * readPairCaption('A blue bell next to a red cloud')?.things[0].colour; // 'blue'
 */
export function readPairCaption(text: string): ColourPair | undefined {
  if (typeof text !== 'string') throw misfit('readPairCaption', 'text', 'a text', text);
  const [, colour, thing, joiner, otherColour, other] =
    CAPTION.exec(text)?.map((part) => part.toLowerCase()) ?? [];
  if (other === undefined) return undefined;
  return {
    things: [
      { thing: thing!, colour: colour as PairColour },
      { thing: other, colour: otherColour as PairColour },
    ],
    joiner: joiner as PairJoiner,
  };
}
