/** An icon by its set and name; its caption is what it is called. */
export type TrainingIcon = readonly [set: number, name: string, caption: string];

/** A hard caption of an icon: the icon whose name it is, and how concrete the word is that differs, in hundredths. */
export type Partner = readonly [icon: number, concreteness: number];

/** Two icons whose names differ in these words: which name is whose? */
type PairRow = readonly [first: number, second: number, firstWord: string, secondWord: string];

/** What generate.ts writes for this room, beside the pictures. */
export interface TrainingTable {
  /** Edge of a picture in pixels. */
  readonly size: number;
  readonly sets: readonly {
    readonly title: string;
    readonly artist: string;
    readonly family: string;
    readonly licence: string;
    readonly url: string;
  }[];
  /** In the order of the pictures: first those to train on, then those to be asked about. */
  readonly icons: readonly TrainingIcon[];
  /** For each icon to train on its hard captions, one at least. */
  readonly partners: readonly (readonly Partner[])[];
  /** About icons by other artists. */
  readonly questions: readonly PairRow[];
}

/** Where the files of this room lie, for the page. */
export interface TrainingFiles {
  readonly table: string;
  readonly pictures: string;
  readonly bytes: number;
}

/** Shades of grey that a picture is kept in. */
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
