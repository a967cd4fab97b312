import { slice, type Tensor2D } from '@tensorflow/tfjs-core';

/** Some rows of a block's logits, as many as fit into memory at a time. */
export interface Tile {
  readonly start: number;
  readonly size: number;
}

/** Cuts `rows` into tiles of at most `chunkSize` rows; one tile without a `chunkSize`. */
export function tilesOf(rows: number, chunkSize = rows): Tile[] {
  return Array.from({ length: Math.ceil(rows / chunkSize) }, (_, index) => {
    const start = index * chunkSize;
    return { start, size: Math.min(chunkSize, rows - start) };
  });
}

/** The tile's rows of `[R, …]`. */
export function rowsOf(x: Tensor2D, { start, size }: Tile): Tensor2D {
  return slice(x, [start, 0], [size, -1]);
}
