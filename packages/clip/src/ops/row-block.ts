import { gatherND, type Rank, reshape, type Tensor, tensor2d } from '@tensorflow/tfjs-core';

/**
 * Block `index` of `count` equal ones along the first axis. No gradient of its own. It is a gather, not a
 * slice, because slice on wasm copies the whole tensor out of the heap before it copies the part back in.
 */
export function rowBlock<T extends Tensor>(x: T, index: number, count: number): T {
  const [rows, ...rest] = x.shape as [number, ...number[]];
  const blocks = reshape<Rank.R2>(x, [count, x.size / count]);
  return reshape(gatherND(blocks, tensor2d([index], [1, 1], 'int32')), [
    rows / count,
    ...rest,
  ]) as Tensor as T;
}
