import { type Tensor1D, type Tensor2D, tidy } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { describeOnBackends } from '../testing/backends';
import { gradientError, noise } from '../testing/check-gradient';
import { linear } from './linear';

describeOnBackends('linear', () => {
  it('is x·Wᵀ + b, layers side by side', () => {
    const y = tidy(() => {
      const x = noise([3, 4], 1) as Tensor2D;
      const weights = [noise([2, 4], 2), noise([5, 4], 3)] as Tensor2D[];
      const biases = [noise([2], 4), noise([5], 5)] as Tensor1D[];
      const all = linear(x, weights, biases).arraySync();
      const xs = x.arraySync();
      weights.forEach((weight, i) => {
        const w = weight.arraySync();
        const b = biases[i]!.arraySync();
        const offset = i === 0 ? 0 : 2;
        for (let row = 0; row < 3; row++) {
          for (let out = 0; out < w.length; out++) {
            const expected = xs[row]!.reduce((sum, v, k) => sum + v * w[out]![k]!, b[out]!);
            expect(all[row]![offset + out]).toBeCloseTo(expected, 5);
          }
        }
      });
      return all;
    });
    expect(y[0]).toHaveLength(7);
  });

  it.each([
    ['wider in than out', 9, 4],
    ['wider out than in', 4, 9],
  ])('has the right gradients, %s', (_, input, out) => {
    const op = (...xs: unknown[]) => {
      const [x, w1, w2, b1, b2] = xs as [Tensor2D, Tensor2D, Tensor2D, Tensor1D, Tensor1D];
      return linear(x, [w1, w2], [b1, b2]);
    };
    const result = gradientError(op, [
      noise([6, input], 1),
      noise([out, input], 2),
      noise([3, input], 3),
      noise([out], 4),
      noise([3], 5),
    ]);
    expect(result.error).toBeLessThan(1e-3);
    expect(result.leaked).toBe(0);
  });

  it('works on one row, and without a bias', () => {
    const result = gradientError(
      (x, w) => linear(x as Tensor2D, [w as Tensor2D]),
      [noise([1, 3], 1), noise([2, 3], 2)],
    );
    expect(result.error).toBeLessThan(1e-3);
  });
});
