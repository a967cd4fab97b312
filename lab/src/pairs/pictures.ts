import type { Preprocessing } from '@slipform/clip';

/** Pictures, one behind the other. */
export interface Pictures {
  /** Height and width of each in pixels. */
  readonly size: number;
  /** [pictures, size, size, 3]. */
  readonly rgb: Uint8Array;
}

/**
 * How pixels become numbers: paper is 0, as what lies outside of a picture is for a convolution, and black is −2.5. About a
 * fifth of a drawing is ink, so that the deviation is about 1.
 */
const MEAN = [1, 1, 1] as const;
const DEVIATION = [0.4, 0.4, 0.4] as const;

/** What a model of colour pairs does to a picture, for its `preprocessor_config.json`. */
export function pairPreprocessing(size: number): Preprocessing {
  return { size, mean: MEAN, deviation: DEVIATION };
}

const NORMAL = Float32Array.from({ length: 256 }, (_, value) => (value / 255 - MEAN[0]) / DEVIATION[0]);

/**
 * Pictures as the model takes them, [rows, size, size, 3], normalised as {@link pairPreprocessing} has it.
 *
 * @param shifts by how many pixels each is moved, [rows, 2], right and down; what comes in from outside is paper
 */
export function picturesOf(
  { size, rgb }: Pictures,
  rows: readonly number[],
  shifts: Int8Array = new Int8Array(rows.length * 2),
): Float32Array {
  const line = size * 3;
  const pictures = new Float32Array(rows.length * size * line);
  for (const [at, row] of rows.entries()) {
    const [right, down] = [shifts[at * 2]!, shifts[at * 2 + 1]!];
    const [first, last] = [Math.max(0, right) * 3, (size + Math.min(0, right)) * 3];
    for (let y = Math.max(0, down); y < size + Math.min(0, down); y++) {
      const to = (at * size + y) * line;
      const from = (row * size + y - down) * line - right * 3;
      for (let x = first; x < last; x++) pictures[to + x] = NORMAL[rgb[from + x]!]!;
    }
  }
  return pictures;
}
