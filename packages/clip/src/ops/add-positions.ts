import { add, concat, type Rank, reshape, slice, type Tensor2D, zeros } from '@tensorflow/tfjs-core';
import { columnSum } from './column-sum';
import { differentiable } from './differentiable';

/**
 * Adds the learned position embeddings: `x` [batch·n, width], `positions` [at least n, width]; sequences
 * shorter than the table use its first n rows, and only those get a gradient.
 */
export function addPositions(x: Tensor2D, positions: Tensor2D, batch: number): Tensor2D {
  const width = x.shape[1];
  const n = x.shape[0] / batch;
  const unused = positions.shape[0] - n;
  return differentiable<Tensor2D>([x, positions], () => {
    const used = unused === 0 ? positions : slice(positions, [0, 0], [n, width]);
    const sum = add(reshape<Rank.R2>(x, [batch, n * width]), reshape(used, [n * width]));
    return {
      value: reshape(sum, [batch * n, width]),
      gradient: (dy) => {
        const dUsed = reshape<Rank.R2>(columnSum(reshape<Rank.R2>(dy, [batch, n * width])), [n, width]);
        const rest = unused === 0 ? [] : [zeros([unused, width]) as Tensor2D];
        return [reshape(dy, [batch * n, width]), concat([dUsed, ...rest], 0)];
      },
    };
  });
}
