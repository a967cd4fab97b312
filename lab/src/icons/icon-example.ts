import type { Random } from '@slipform/kit/random/random';

/** Another caption for an icon, which is wrong, and perhaps the drawing that it is right for. */
export interface HardCaption {
  readonly text: string;
  /** Rating of the exchanged word, from 1 to 5. */
  readonly concreteness: number;
  /** Row of the world that shows the text; the hard picture of a paired layout. */
  readonly row?: number;
}

/** What an icon is trained on: drawings that say the same, and texts for them. */
export interface IconExample {
  /** Rows of the world, the styles of one drawing; one is drawn each time the example comes up. */
  readonly rows: readonly number[];
  /** A text for it: the only one, or one drawn each time. */
  readonly caption: string | ((random: Random) => string);
  /** Hard captions, of which one is drawn each time. */
  readonly hard?: readonly HardCaption[];
}
