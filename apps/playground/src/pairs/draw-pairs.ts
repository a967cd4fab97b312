import {
  type ColourPair,
  type PairPlace,
  pairPixels,
  readFreeWording,
  readPairCaption,
} from '@slipform/icons';
import type { PairData } from './load-pairs';

/** The two coloured things that a caption names; undefined for every other text. */
export function readPair(caption: string): ColourPair | undefined {
  return readPairCaption(caption) ?? readFreeWording(caption);
}

/** The picture of a pair by a set's artist, RGB; undefined where the set has no drawing of one of the things. */
export type DrawPair = (set: number, pair: ColourPair, place: PairPlace) => Uint8Array | undefined;

export function pairDrawer({
  table: { size, drawings },
  greys,
}: Pick<PairData, 'greys'> & {
  readonly table: Pick<PairData['table'], 'size' | 'drawings'>;
}): DrawPair {
  const area = size * size;
  const places = new Map(drawings.map(([set, thing], at) => [`${set} ${thing}`, at]));
  const drawingOf = (set: number, thing: string) => {
    const at = places.get(`${set} ${thing}`);
    return at === undefined ? undefined : greys.subarray(at * area, (at + 1) * area);
  };
  return (set, pair, place) => {
    const [first, second] = pair.things.map(({ thing }) => drawingOf(set, thing));
    return first && second && pairPixels([first, second], pair, place, { half: size });
  };
}

/** The picture of what a caption of the table names. */
export function drawCaption(draw: DrawPair, set: number, caption: string, place: PairPlace): Uint8Array {
  const pair = readPair(caption);
  const picture = pair && draw(set, pair, place);
  if (picture === undefined) throw new Error('unreachable: the table has the drawings of its captions');
  return picture;
}

/**
 * Pictures as the model takes them, [pictures, edge, edge, 3]: paper is 0 and black −2.5.
 *
 * @param shifts by how many pixels each is moved, [pictures, 2], right and down; what comes in from outside is paper
 */
export function inputsOf(
  pictures: readonly Uint8Array[],
  edge: number,
  shifts = new Int8Array(2 * pictures.length),
): Float32Array {
  const line = edge * 3;
  const inputs = new Float32Array(pictures.length * edge * line);
  for (const [at, picture] of pictures.entries()) {
    const [right, down] = [shifts[2 * at]!, shifts[2 * at + 1]!];
    const [first, last] = [Math.max(0, right) * 3, (edge + Math.min(0, right)) * 3];
    for (let y = Math.max(0, down); y < edge + Math.min(0, down); y++) {
      const to = (at * edge + y) * line;
      const from = (y - down) * line - right * 3;
      for (let x = first; x < last; x++) inputs[to + x] = (picture[from + x]! / 255 - 1) / 0.4;
    }
  }
  return inputs;
}
