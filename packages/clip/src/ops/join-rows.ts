import { concat, gatherND, type Rank, reshape, type Tensor2D, tensor1d } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable';

/** The rows of several matrices in one: row i of part p becomes row `rows[p][i]`. Every row from 0 on is given once. */
export function joinRows(parts: readonly Tensor2D[], rows: readonly (readonly number[])[]): Tensor2D {
  return differentiable<Tensor2D>(parts, () => {
    const from = new Int32Array(rows.reduce((sum, each) => sum + each.length, 0));
    let at = 0;
    for (const row of rows.flat()) from[row] = at++;
    return {
      value: take(concat([...parts], 0), from),
      gradient: (dy) => rows.map((each) => take(dy, Int32Array.from(each))),
    };
  });
}

/** By gatherND, which is fast on wasm where gather is not. */
function take(x: Tensor2D, rows: Int32Array): Tensor2D {
  return gatherND(x, reshape<Rank.R2>(tensor1d(rows, 'int32'), [rows.length, 1])) as Tensor2D;
}
