import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { describeOnBackends } from '../testing/backends';
import { gradientError, noise } from '../testing/check-gradient';
import { arrayOf } from '../testing/read';
import { linear } from './linear';

describeOnBackends('linear', () => {
  it('is x·Wᵀ + b, layers side by side', async () => {
    const x = () => noise([3, 4], 1) as Tensor2D;
    const weights = [() => noise([2, 4], 2) as Tensor2D, () => noise([5, 4], 3) as Tensor2D];
    const biases = [() => noise([2], 4) as Tensor1D, () => noise([5], 5) as Tensor1D];
    const y = await arrayOf(() =>
      linear(
        x(),
        weights.map((make) => make()),
        biases.map((make) => make()),
      ),
    );
    const xs = await arrayOf(x);
    const w = (await Promise.all(weights.map(arrayOf))).flat();
    const b = (await Promise.all(biases.map(arrayOf))).flat();
    expect(y[0]).toHaveLength(7);
    y.forEach((row, at) => {
      row.forEach((found, out) => {
        expect(found).toBeCloseTo(
          xs[at]!.reduce((sum, v, k) => sum + v * w[out]![k]!, b[out]!),
          5,
        );
      });
    });
  });

  it.each([
    ['wider in than out', 9, 4],
    ['wider out than in', 4, 9],
  ])('has the right gradients, %s', async (_, input, out) => {
    const op = (...xs: unknown[]) => {
      const [x, w1, w2, b1, b2] = xs as [Tensor2D, Tensor2D, Tensor2D, Tensor1D, Tensor1D];
      return linear(x, [w1, w2], [b1, b2]);
    };
    const result = await gradientError(op, [
      noise([6, input], 1),
      noise([out, input], 2),
      noise([3, input], 3),
      noise([out], 4),
      noise([3], 5),
    ]);
    expect(result.error).toBeLessThan(1e-3);
    expect(result.leaked).toBe(0);
  });

  it.each([1, 0])('starts from a base, with %d bias', async (count) => {
    const op = (...xs: unknown[]) => {
      const [x, w, base, b] = xs as [Tensor2D, Tensor2D, Tensor2D, Tensor1D];
      return linear(x, [w], [b].slice(0, count), base);
    };
    const shapes = [[5, 7], [9, 7], [5, 9], [9]].slice(0, 3 + count);
    const inputs = shapes.map((shape, i) => noise(shape, i + 1));
    const [x, w, base, b] = inputs;
    const found = await arrayOf(() => op(x, w, base, b));
    const apart = await arrayOf(() =>
      linear(x as Tensor2D, [w as Tensor2D], [b as Tensor1D].slice(0, count)),
    );
    const start = await arrayOf(() => base as Tensor2D);
    found.forEach((row, i) => {
      row.forEach((y, j) => {
        expect(y).toBeCloseTo(apart[i]![j]! + start[i]![j]!, 5);
      });
    });
    const result = await gradientError(
      op,
      shapes.map((shape, i) => noise(shape, i + 1)),
    );
    expect(result.error).toBeLessThan(1e-3);
    expect(result.leaked).toBe(0);
  });

  it('works on one row, and without a bias', async () => {
    const result = await gradientError(
      (x, w) => linear(x as Tensor2D, [w as Tensor2D]),
      [noise([1, 3], 1), noise([2, 3], 2)],
    );
    expect(result.error).toBeLessThan(1e-3);
  });
});
