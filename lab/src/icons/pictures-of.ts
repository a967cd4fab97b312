import { clipDeviation, clipMean } from '@slipform/clip';
import type { IconWorld } from './icon-world';

const PAPER = 255;

/** What a grey is after `normalizePixels`, for each of the three channels. */
const NORMAL = [0, 1, 2].map((channel) =>
  Float32Array.from(
    { length: 256 },
    (_, grey) => (grey / 255 - clipMean[channel]!) / clipDeviation[channel]!,
  ),
);

/**
 * Drawings as the model takes them, [rows, size, size, 3]: three equal channels, normalised as `normalizePixels` does it.
 *
 * @param shifts by how many pixels each is moved, [rows, 2], right and down; what comes in from outside is paper
 */
export function picturesOf(
  { size, grey }: IconWorld,
  rows: readonly number[],
  shifts: Int8Array = new Int8Array(rows.length * 2),
): Float32Array {
  const [red, green, blue] = NORMAL as [Float32Array, Float32Array, Float32Array];
  const pictures = new Float32Array(rows.length * size * size * 3);
  let to = 0;
  for (const [at, row] of rows.entries()) {
    const [right, down] = [shifts[at * 2]!, shifts[at * 2 + 1]!];
    for (let y = 0; y < size; y++) {
      const line = y - down;
      const isInside = line >= 0 && line < size;
      for (let x = 0; x < size; x++) {
        const column = x - right;
        const isOn = isInside && column >= 0 && column < size;
        const value = isOn ? grey[(row * size + line) * size + column]! : PAPER;
        pictures[to] = red[value]!;
        pictures[to + 1] = green[value]!;
        pictures[to + 2] = blue[value]!;
        to += 3;
      }
    }
  }
  return pictures;
}
