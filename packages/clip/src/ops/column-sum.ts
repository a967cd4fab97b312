import { hasFusedKernel, runFusedKernel } from '@slipform/tfjs-kernels/registry';
import {
  avgPool,
  getBackend,
  mul,
  type Rank,
  reshape,
  sum,
  type Tensor1D,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import { whereValuesLie } from '../backend/backends';

/**
 * Sum over rows, [rows, columns] → [columns]. No gradient of its own: it is used inside gradients.
 *
 * It is written as average pooling over an image one pixel wide. On wasm that is the one reduction over rows
 * with a vector kernel: 0.05 ms for 2,304 rows of 64, against 0.44 ms for `sum(x, 0)`, which transposes
 * first, and 0.58 ms for the product 1ᵀx, whose right side XNNPACK repacks. A GPU would pool each column in one thread.
 */
export function columnSum(x: Tensor2D): Tensor1D {
  const [rows, columns] = x.shape;
  if (rows === 1) return reshape(x, [columns]);
  if (hasFusedKernel('columnSum')) return runFusedKernel<Tensor1D>('columnSum', { x });
  if (whereValuesLie(getBackend()) !== 'process') return sum<Tensor1D>(x, 0);
  const pooled = avgPool(reshape<Rank.R4>(x, [1, rows, 1, columns]), [rows, 1], 1, 'valid');
  return mul(reshape<Rank.R1>(pooled, [columns]), rows);
}
