import {
  add,
  cast,
  equal,
  matMul,
  mul,
  pad,
  type Scalar,
  slice,
  type Tensor2D,
  tensor2d,
} from '@tensorflow/tfjs-core';
import type { Block } from './block';
import { MASKED, maskOf } from './mask';
import type { Recall } from './objective';

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
  return x.shape[0] === size ? x : slice(x, [start, 0], [size, x.shape[1]]);
}

/**
 * The logits of a tile against all texts, `[size, C]`, with everything but easy negatives masked: positives and own
 * hard negatives are R·(1 + K) numbers that are worked out one by one. Margins then touch those few numbers only.
 *
 * @param scaled `[R, D]`, images / τ.
 * @param recall Gives the block's own tensors, which on the way back are those that were saved.
 * @param transposed `[D, C]`, texts. Plain products only: wasm is slow at every other kind.
 */
export function easyLogits(
  block: Block,
  scaled: Tensor2D,
  transposed: Tensor2D,
  tile: Tile,
  bias: Scalar | undefined,
  recall: Recall,
): Tensor2D {
  const product = matMul(rowsOf(scaled, tile), transposed);
  const masked = add<Tensor2D>(
    product,
    maskOfTile(block, scaled.shape[0], transposed.shape[1], tile, recall),
  );
  return bias ? add(masked, bias) : masked;
}

function maskOfTile(block: Block, rows: number, columns: number, tile: Tile, recall: Recall): Tensor2D {
  const { start, size } = tile;
  const hardPerRow = block.ownParts && !block.mirrored ? columns / rows - 1 : 0;
  const entries = new Float32Array(size * columns);
  for (let row = 0; row < size; row++) {
    const pair = start + row;
    const line = row * columns;
    entries[line + pair] = MASKED;
    const own = rows + pair * hardPerRow;
    entries.fill(MASKED, line + own, line + own + hardPerRow);
    if (block.mirrored) entries[line + ((pair + rows / 2) % rows)] = MASKED;
  }
  let mask = tensor2d(entries, [size, columns]);
  const { textPresent, present, groups } = block;
  if (textPresent) mask = add(mask, maskOf(recall(textPresent)));
  if (present) mask = add(mask, maskOf(rowsOf(recall(present), tile)));
  if (groups) {
    const same = mul<Tensor2D>(
      cast(equal(rowsOf(recall(groups.rows), tile), recall(groups.columns)), 'float32'),
      MASKED,
    );
    const behind = columns - groups.start - (groups.columns.shape[1] ?? 0);
    mask = add(
      mask,
      pad(same, [
        [0, 0],
        [groups.start, behind],
      ]),
    );
  }
  return mask;
}
