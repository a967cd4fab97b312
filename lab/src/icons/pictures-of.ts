import type { Preprocessing } from '@slipform/clip';
import type { GreyDrawings } from './icon-world';

/**
 * How pixels become numbers: paper is 0, as what lies outside of a drawing is for a convolution, and ink is −2.5. About a
 * fifth of a drawing is ink, so that the deviation is about 1.
 */
const MEAN = [1, 1, 1] as const;
const DEVIATION = [0.4, 0.4, 0.4] as const;

/** What a model of icons does to a picture, for its `preprocessor_config.json`. */
export function iconPreprocessing(size: number): Preprocessing {
  return { size, mean: MEAN, deviation: DEVIATION };
}

const PAPER = 255;
const NORMAL = Float32Array.from({ length: 256 }, (_, grey) => (grey / 255 - MEAN[0]) / DEVIATION[0]);

/**
 * Drawings as the model takes them, [rows, size, size, 3]: three equal channels, normalised as {@link iconPreprocessing} has it.
 *
 * @param shifts by how many pixels each is moved, [rows, 2], right and down; what comes in from outside is paper
 */
export function picturesOf(
  { size, grey }: GreyDrawings,
  rows: readonly number[],
  shifts: Int8Array = new Int8Array(rows.length * 2),
): Float32Array {
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
        pictures.fill(NORMAL[value]!, to, to + 3);
        to += 3;
      }
    }
  }
  return pictures;
}
