import { gradientError, noise } from '@slipform/kit/testing/check-gradient';
import { arrayOf, valuesOf } from '@slipform/kit/testing/read';
import { relativeError } from '@slipform/kit/testing/relative-error';
import { slice, type Tensor, type Tensor1D, type Tensor2D, tidy } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { describeOnBackends, describeWithWorkers } from '../testing/backends';
import { frozenLinear, linear, sideBySide } from './linear';

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

  it.each([1, 0])(
    'is the same with fixed weights, with the gradients of what is not fixed, %d base',
    async (count) => {
      const [w, b] = [noise([9, 7], 2) as Tensor2D, noise([9], 4) as Tensor1D];
      const frozen = (x: Tensor, base?: Tensor) => frozenLinear(x as Tensor2D, w, b, base as Tensor2D);
      const inputs = [noise([5, 7], 1), noise([5, 9], 3)].slice(0, 1 + count);
      const [x, base] = inputs as [Tensor2D, Tensor2D | undefined];
      const expected = await valuesOf(() => linear(x, [w], [b], base));
      expect(relativeError(await valuesOf(() => frozen(x, base)), expected)).toBeLessThan(1e-6);
      const result = await gradientError(frozen, inputs);
      expect(result.error).toBeLessThan(1e-3);
      expect(result.leaked).toBe(0);
    },
  );

  it('puts matrices next to one another, and cuts the gradient in two', async () => {
    const op = (x: Tensor, y: Tensor) => sideBySide(x as Tensor2D, y as Tensor2D);
    const [x, y] = [noise([3, 2], 1), noise([3, 5], 2)];
    const both = await arrayOf(() => op(x, y) as Tensor2D);
    const [left, right] = [await arrayOf(() => x as Tensor2D), await arrayOf(() => y as Tensor2D)];
    expect(both).toEqual([0, 1, 2].map((row) => [...left[row]!, ...right[row]!]));
    const result = await gradientError(op, [noise([3, 2], 1), noise([3, 5], 2)]);
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

// So embeddings are the same bytes however a batch is cut.
describeWithWorkers('linear, row by row', () => {
  it.each([
    ['without base', false, 19, 30],
    ['with base', true, 19, 30],
    ['beyond a block of depth', true, 43, 500],
  ])('gives a row the same bytes whatever lies beside it, %s', (_, hasBase, out, input) => {
    tidy(() => {
      const rows = 17;
      const [x, base] = [noise([rows, input], 1) as Tensor2D, noise([rows, out], 4) as Tensor2D];
      const [w, b] = [noise([out, input], 2) as Tensor2D, noise([out], 3) as Tensor1D];
      const of = (start: number, count: number) => {
        const part = (matrix: Tensor2D) => slice(matrix, [start, 0], [count, -1]);
        return [...linear(part(x), [w], [b], hasBase ? part(base) : undefined).dataSync()];
      };
      const whole = of(0, rows);
      for (let count = 1; count < rows; count++) {
        expect(of(0, count)).toEqual(whole.slice(0, count * out));
        expect(of(count, rows - count)).toEqual(whole.slice(count * out));
      }
    });
  });
});
