import type { PairPlace } from '@slipform/icons';

/** A drawing by its set and the one word that it is called. */
type Drawing = readonly [set: number, thing: string];

/** A picture of training: its caption says what is drawn, and the place where its first thing lies. */
export type Example =
  | readonly [set: number, place: PairPlace, caption: string]
  | readonly [set: number, place: PairPlace, caption: string, hard: HardCaption];

/** What ConcretePlant mined of a caption, how concrete the changed word is, in hundredths, and how it is drawn, where it can be. */
type HardCaption =
  | readonly [text: string, concreteness: number]
  | readonly [text: string, concreteness: number, place: PairPlace];

/** Two pictures whose colours have changed places, their captions, and the same in wordings that training lacks. */
type Question = readonly [
  set: number,
  place: PairPlace,
  first: string,
  second: string,
  firstFreely: string,
  secondFreely: string,
];

/** What generate.ts writes, beside the drawings and the model. */
export interface PairTable {
  /** Edge of a drawing in pixels; a picture has twice as much. */
  readonly size: number;
  readonly sets: readonly {
    readonly title: string;
    readonly artist: string;
    readonly family: string;
    readonly licence: string;
    readonly url: string;
    /** Not trained on, and asked about. */
    readonly isHeldOut: boolean;
  }[];
  /** In the order of the pictures. */
  readonly drawings: readonly Drawing[];
  readonly examples: readonly Example[];
  readonly questions: readonly Question[];
}

/** Where the files lie, for the page. */
export interface PairFiles {
  /** docs/findings.md, as a text that every browser shows. */
  readonly findings: string;
  readonly table: string;
  readonly drawings: string;
  /** By the names of a model's folder. */
  readonly model: Readonly<Record<string, string>>;
}

/** Shades of grey that a drawing is kept in. */
const shades = 16;
const step = 255 / (shades - 1);

/** Two pixels a byte, the first in the high half. */
export function packGreys(greys: Uint8Array): Uint8Array<ArrayBuffer> {
  const packed = new Uint8Array(Math.ceil(greys.length / 2));
  for (const [at, grey] of greys.entries()) {
    packed[at >> 1]! |= Math.round(grey / step) << (at % 2 === 0 ? 4 : 0);
  }
  return packed;
}

/** @param count pixels, of which the last byte may hold one alone */
export function unpackGreys(packed: Uint8Array, count: number): Uint8Array<ArrayBuffer> {
  const greys = new Uint8Array(count);
  for (let at = 0; at < count; at++) {
    const byte = packed[at >> 1]!;
    greys[at] = (at % 2 === 0 ? byte >> 4 : byte & 15) * step;
  }
  return greys;
}
