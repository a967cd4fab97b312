/** Drawings in shades of grey, [drawings, size, size]: 0 is ink, 255 is paper. */
export interface Pictures {
  readonly size: number;
  readonly greys: Uint8Array;
}

const paper = 255;

/**
 * Drawings as the model takes them, [rows, size, size, 3], normalised as `preprocessingOf` has it.
 *
 * @param shifts by how many pixels each is moved, [rows, 2], right and down; what comes in from outside is paper
 */
export function picturesOf(
  { size, greys }: Pictures,
  rows: readonly number[],
  shifts: Int8Array = new Int8Array(2 * rows.length),
): Float32Array {
  const pixels = new Float32Array(rows.length * size * size * 3);
  let to = 0;
  for (const [at, row] of rows.entries()) {
    const [right, down] = [shifts[2 * at]!, shifts[2 * at + 1]!];
    for (let y = -down; y < size - down; y++) {
      for (let x = -right; x < size - right; x++, to += 3) {
        const isOn = x >= 0 && x < size && y >= 0 && y < size;
        const grey = isOn ? greys[(row * size + y) * size + x]! : paper;
        pixels.fill((grey / paper - 1) / 0.4, to, to + 3);
      }
    }
  }
  return pixels;
}
