import { reshape, type Tensor2D } from '@tensorflow/tfjs-core';
import { maskOf } from '../blocks/mask';
import { rowsOf, type Tile } from '../blocks/tiles';

/** Masks for rows and texts that are not there, from `[R, 1]` and `[C, 1]` with 1 where they are. */
export function absentPairs(rows: Tensor2D, texts: Tensor2D): (tile: Tile) => Tensor2D[] {
  return (tile) => [maskOf(rowsOf(rows, tile)), maskOf(reshape(texts, [1, -1]))];
}
