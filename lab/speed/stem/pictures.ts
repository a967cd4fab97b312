import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRandom } from '@slipform/kit/random/random';
import sharp from 'sharp';

const side = 32;

/** Drawings of 32 × 32 with their names; row i of `grey` is names[i]. */
export interface LabelledPictures {
  readonly names: readonly string[];
  readonly grey: Uint8Array;
}

/** Reads a folder in COCO's form; with `most`, that many pictures of names that differ. */
export async function openPictures(folder: string, most?: number): Promise<LabelledPictures> {
  const coco = JSON.parse(await readFile(join(folder, 'captions.json'), 'utf8')) as {
    readonly images: readonly { readonly id: number; readonly file_name: string }[];
    readonly annotations: readonly { readonly image_id: number; readonly caption: string }[];
  };
  const files = new Map(coco.images.map(({ id, file_name: file }) => [id, file]));
  const all = coco.annotations.map((row) => [row.caption, files.get(row.image_id)!] as const);
  const chosen =
    most === undefined ? all : [...new Map(createRandom(0).shuffle(all)).entries()].slice(0, most);
  const grey = new Uint8Array(chosen.length * side * side);
  for (const [row, [, file]] of chosen.entries()) {
    const path = join(folder, 'images', file);
    const pixels = await sharp(path).flatten({ background: '#fff' }).toColourspace('b-w').raw().toBuffer();
    if (pixels.length !== side * side) throw new Error(`${path} is no picture of ${side} × ${side}`);
    grey.set(pixels, row * side * side);
  }
  return { names: chosen.map(([name]) => name), grey };
}

/**
 * Pixels [rows, 32, 32, 3]: paper is 0 and ink −2.5, so that what lies outside of the picture is paper.
 *
 * @param shifts by how many pixels each is moved, right and down
 */
export function pixelsOf(
  { grey }: LabelledPictures,
  rows: readonly number[],
  shifts?: readonly (readonly [x: number, y: number])[],
): Float32Array {
  const pixels = new Float32Array(rows.length * side * side * 3);
  for (const [at, row] of rows.entries()) {
    const [right, down] = shifts?.[at] ?? [0, 0];
    for (let y = Math.max(0, down); y < Math.min(side, side + down); y++) {
      for (let x = Math.max(0, right); x < Math.min(side, side + right); x++) {
        const ink = (grey[(row * side + y - down) * side + x - right]! / 255 - 1) * 2.5;
        pixels.fill(ink, 3 * ((at * side + y) * side + x), 3 * ((at * side + y) * side + x + 1));
      }
    }
  }
  return pixels;
}

/** Batches of all pictures in a new order each time, moved by at most two pixels; equal names are one group. */
export function shuffledBatches({ names }: LabelledPictures, size: number, seed: number) {
  const random = createRandom(seed);
  const shift = () => random.integer(5) - 2;
  let order: number[] = [];
  return () => {
    if (order.length < size) order = random.shuffle(names.map((_, row) => row));
    const rows = order.splice(0, size);
    return {
      rows,
      shifts: rows.map(() => [shift(), shift()] as const),
      groups: rows.map((row) => names[row]!),
    };
  };
}
