import { noise } from '@slipform/kit/testing/check-gradient';
import { relativeError } from '@slipform/kit/testing/relative-error';
import { matMul, memory, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { describeWithKernels } from '../testing/with-kernels';

const modes = [
  [false, false],
  [false, true],
  [true, false],
  [true, true],
] as const;

/** The definition in doubles, for [count, m, k] × [count, k, n] before transposes. */
function byHand(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  [count, m, n, k]: readonly [number, number, number, number],
  [transposeA, transposeB]: readonly [boolean, boolean],
): Float64Array {
  const c = new Float64Array(count * m * n);
  for (let at = 0; at < c.length; at++) {
    const matrix = Math.floor(at / (m * n));
    const i = Math.floor(at / n) % m;
    const j = at % n;
    for (let inner = 0; inner < k; inner++) {
      const left = transposeA ? inner * m + i : i * k + inner;
      const right = transposeB ? j * k + inner : inner * n + j;
      c[at]! += a[matrix * m * k + left]! * b[matrix * k * n + right]!;
    }
  }
  return c;
}

const shapes = (
  [count, m, n, k]: readonly [number, number, number, number],
  [transposeA, transposeB]: readonly [boolean, boolean],
) =>
  [
    [count, ...(transposeA ? [k, m] : [m, k])],
    [count, ...(transposeB ? [n, k] : [k, n])],
  ] as const;

describeWithKernels('matMul', () => {
  const sizes = [
    [1, 1, 1, 1],
    [1, 3, 5, 17],
    [1, 17, 63, 5],
    [1, 63, 1, 3],
    [3, 5, 17, 1],
    [2, 6, 8, 4],
    [2, 7, 9, 63],
    [1, 97, 70, 259], // beyond a block of rows and of depth
    [1, 13, 523, 30], // beyond a block of columns
    [5, 50, 32, 50],
  ] as const;
  for (const size of sizes) {
    it.each(modes)(`[${size}], transposed %s and %s, has the definition’s values`, (...mode) => {
      tidy(() => {
        const [aShape, bShape] = shapes(size, mode);
        const a = noise(aShape, 1);
        const b = noise(bShape, 2);
        const c = matMul(a, b, ...mode);
        expect(c.shape).toEqual(size.slice(0, 3));
        expect(relativeError(c.dataSync(), byHand(a.dataSync(), b.dataSync(), size, mode))).toBeLessThan(
          2e-6,
        );
      });
    });
  }

  it('repeats batch dimensions of one, on either side and on several axes', () => {
    tidy(() => {
      const a = noise([2, 1, 3, 4], 1);
      const b = noise([5, 4, 6], 2);
      const c = matMul(a, b);
      expect(c.shape).toEqual([2, 5, 3, 6]);
      const [left, right, all] = [a.dataSync(), b.dataSync(), c.dataSync()];
      for (let i = 0; i < 10; i++) {
        const expected = byHand(
          left.slice(12 * Math.floor(i / 5)),
          right.slice(24 * (i % 5)),
          [1, 3, 6, 4],
          [false, false],
        );
        expect(relativeError(all.slice(18 * i, 18 * (i + 1)), expected)).toBeLessThan(1e-6);
      }
      const shared = matMul(noise([4, 3, 5], 1), noise([1, 5, 2], 2));
      const flat = matMul(noise([12, 5], 1) as Tensor, noise([5, 2], 2) as Tensor);
      expect([...shared.dataSync()]).toEqual([...flat.dataSync()]);
      const tall = matMul(noise([4, 5, 3], 1), noise([1, 5, 2], 2), true, false);
      expect(tall.shape).toEqual([4, 3, 2]);
    });
  });

  it('of nothing is nothing, and over nothing is zero', () => {
    tidy(() => {
      expect(matMul(tensor([], [0, 3]), noise([3, 2], 1)).shape).toEqual([0, 2]);
      expect(matMul(noise([2, 3], 1), tensor([], [3, 0])).shape).toEqual([2, 0]);
      expect(matMul(tensor([], [0, 2, 3]), tensor([], [0, 3, 2])).shape).toEqual([0, 2, 2]);
      noise([2, 2], 1); // leaves numbers where the result may come to lie
      expect([...matMul(tensor([], [2, 0]), tensor([], [0, 2])).dataSync()]).toEqual([0, 0, 0, 0]);
    });
  });

  it('keeps NaN and infinity in the rows and columns that they belong to', () => {
    tidy(() => {
      const a = noise([9, 10], 1).dataSync();
      a[10 * 2 + 3] = Number.NaN;
      a[10 * 8 + 9] = Number.POSITIVE_INFINITY;
      const b = Float32Array.from({ length: 10 * 11 }, () => 1);
      const c = matMul(tensor(a, [9, 10]), tensor(b, [10, 11])).arraySync() as number[][];
      c.forEach((row, i) => {
        for (const x of row) {
          expect(
            i === 2 ? Number.isNaN(x) : i === 8 ? x === Number.POSITIVE_INFINITY : Number.isFinite(x),
          ).toBe(true);
        }
      });
    });
  });

  it('leaves other types and wrong shapes to the words of tfjs', () => {
    tidy(() => {
      const whole = tensor([1, 2, 3, 4], [2, 2], 'int32');
      expect(() => matMul(whole, whole)).toThrow(
        'BatchMatMul for non non-float32 tensors not yet supported.',
      );
      expect(() => matMul(noise([2, 3], 1), noise([2, 3], 1))).toThrow(/inner shapes \(3\) and \(2\)/);
    });
  });

  it('goes on while the heap grows', () => {
    const before = memory().numTensors;
    tidy(() => {
      const a = noise([300, 300], 1);
      const b = noise([300, 300], 2);
      const expected = [...matMul(a, b).dataSync()];
      // 24 MB a product: more than the heap begins with.
      for (let i = 0; i < 8; i++) {
        const large = matMul(noise([2500, 4], i), noise([4, 2500], i));
        expect(large.shape).toEqual([2500, 2500]);
        expect([...matMul(a, b).dataSync()]).toEqual(expected);
      }
    });
    expect(memory().numTensors).toBe(before);
  });
});
