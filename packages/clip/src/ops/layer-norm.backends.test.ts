import { gradientError, noise } from '@slipform/kit/testing/check-gradient';
import { arrayOf } from '@slipform/kit/testing/read';
import { type Tensor1D, type Tensor2D, tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { describeOnBackends } from '../testing/backends';
import { layerNorm } from './layer-norm';

describeOnBackends('layerNorm', () => {
  it('gives rows of mean β and deviation γ', async () => {
    const y = await arrayOf(() =>
      layerNorm(tensor2d([[1, 2, 3, 6]]), tensor1d([2, 2, 2, 2]), tensor1d([1, 1, 1, 1]), 1e-12),
    );
    const root = Math.sqrt(3.5);
    [-2, -1, 0, 3].forEach((x, i) => {
      expect(y[0]![i]).toBeCloseTo((2 * x) / root + 1, 5);
    });
  });

  it('has the right gradients', async () => {
    const op = (...xs: unknown[]) => {
      const [x, gamma, beta] = xs as [Tensor2D, Tensor1D, Tensor1D];
      return layerNorm(x, gamma, beta, 1e-5);
    };
    const result = await gradientError(op, [noise([5, 8], 1), noise([8], 2), noise([8], 3)]);
    expect(result.error).toBeLessThan(2e-3);
    expect(result.leaked).toBe(0);
  });
});
