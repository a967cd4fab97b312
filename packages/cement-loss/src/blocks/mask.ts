import {
  add,
  cast,
  concat,
  equal,
  mul,
  reshape,
  sub,
  type Tensor2D,
  tensor2d,
  zeros,
} from '@tensorflow/tfjs-core';
import { type Embeddings, rowsIn } from '../batch/embeddings';
import type { LogitBlock } from './logit-block';
import { rowsOf, type Tile } from './tiles';

/**
 * Added to a logit to take it out of a softmax. Finite, so that no ∞ − ∞ arises; so large that beside it any real
 * logit is lost to rounding; and so small that a few of them times a power stay above −1e20, where webgl's maximum
 * of a row begins (tfjs 4.22).
 */
export const MASKED = -1e15;

/** Turns 1 (present) and 0 (absent) into 0 and {@link MASKED}. */
export function maskOf(present: Tensor2D): Tensor2D {
  return mul(sub(present, 1), -MASKED);
}

/**
 * `[size, C]`, {@link MASKED} where an entry of the tile is no easy negative: what belongs to the row's own pair,
 * true captions of its group, equal texts, and what is not there.
 */
export function maskOfTile(
  block: LogitBlock,
  embeddings: Embeddings,
  rows: number,
  columns: number,
  tile: Tile,
): Tensor2D {
  const { imageRows, textRows, groups, absent, equal: equalTo } = block;
  const { start, size } = tile;
  const pairs = rows / imageRows.length;
  const entries = new Float32Array(size * columns);
  let before = 0;
  for (const name of textRows) {
    const ofPair = rowsIn(embeddings, name) / pairs;
    for (let row = 0; row < size; row++) {
      const at = row * columns + before + ((start + row) % pairs) * ofPair;
      entries.fill(MASKED, at, at + ofPair);
    }
    before += ofPair * pairs;
  }
  for (let row = 0; equalTo && row < size; row++) {
    for (const column of equalTo(start + row)) {
      // Hard captions that stay out of the denominators have no columns.
      if (column < columns) entries[row * columns + column] = MASKED;
    }
  }
  const mask = tensor2d(entries, [size, columns]);
  const others = absent?.(tile) ?? [];
  if (groups) {
    const below = concat(Array(imageRows.length).fill(reshape(groups, [pairs, 1])), 0) as Tensor2D;
    const same = mul(cast(equal(rowsOf(below, tile), reshape(groups, [1, pairs])), 'float32'), MASKED);
    const masks = textRows.map((name) =>
      name === 'captions' ? same : zeros([size, rowsIn(embeddings, name)]),
    );
    others.push(concat(masks, 1) as Tensor2D);
  }
  return others.reduce((sum, other) => add(sum, other), mask);
}
