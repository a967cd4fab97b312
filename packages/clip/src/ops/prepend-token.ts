import { concat, type Rank, reshape, slice, type Tensor1D, type Tensor2D, tile } from '@tensorflow/tfjs-core';
import { columnSum } from './column-sum';
import { differentiable } from './differentiable';

/** Puts one learned token before each sequence: `x` [batch·n, width], `token` [width] → [batch·(n + 1), width]. */
export function prependToken(x: Tensor2D, token: Tensor1D, batch: number): Tensor2D {
  const width = x.shape[1];
  const n = x.shape[0] / batch;
  return differentiable<Tensor2D>([x, token], () => {
    const first = tile(reshape<Rank.R3>(token, [1, 1, width]), [batch, 1, 1]);
    const all = concat([first, reshape<Rank.R3>(x, [batch, n, width])], 1);
    return {
      value: reshape(all, [batch * (n + 1), width]),
      gradient: (dy) => {
        const d = reshape<Rank.R2>(dy, [batch, (n + 1) * width]);
        return [
          reshape(slice(d, [0, width], [batch, n * width]), [batch * n, width]),
          columnSum(slice(d, [0, 0], [batch, width])),
        ];
      },
    };
  });
}
