import { gradientError, noise } from '@slipform/kit/testing/check-gradient';
import { valuesOf } from '@slipform/kit/testing/read';
import { relativeError } from '@slipform/kit/testing/relative-error';
import type { Tensor1D, Tensor4D } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { describeOnBackends } from '../testing/backends';
import { convolution } from './convolution';

/** The definition, for square windows and `same` padding. */
function byHand(x: number[][][][], w: number[][][][], b: ArrayLike<number>, stride: number): number[] {
  const [height, width, size] = [x[0]!.length, x[0]![0]!.length, w[0]![0]!.length];
  const before = (length: number) => {
    const out = Math.ceil(length / stride);
    return Math.floor(Math.max((out - 1) * stride + size - length, 0) / 2);
  };
  const found: number[] = [];
  for (const image of x)
    for (let i = 0; i < height; i += stride)
      for (let j = 0; j < width; j += stride)
        for (const [out, filter] of w.entries()) {
          let sum = b[out]!;
          for (const [c, window] of filter.entries())
            for (let k = 0; k < size; k++)
              for (let l = 0; l < size; l++)
                sum += (image[i + k - before(height)]?.[j + l - before(width)]?.[c] ?? 0) * window[k]![l]!;
          found.push(sum);
        }
  return found;
}

describeOnBackends('convolution', () => {
  it.each([
    [3, 1],
    [3, 2],
    [2, 1],
    [1, 2],
    [4, 3],
  ])('of windows of %i, %i apart, is its definition', async (size, stride) => {
    for (const channels of [3, 20]) {
      const [x, w, b] = [noise([2, 5, 6, channels], 1), noise([7, channels, size, size], 2), noise([7], 3)];
      const expected = byHand((await x.array()) as never, (await w.array()) as never, await b.data(), stride);
      const found = await valuesOf(() =>
        convolution(x as Tensor4D, w as Tensor4D, b as Tensor1D, { stride }),
      );
      expect(relativeError(found, expected)).toBeLessThan(1e-5);
      for (const each of [x, w, b]) each.dispose();
    }
  });

  it.each([
    [3, 1, 'same'],
    [3, 2, 'same'],
    [2, 2, 'valid'],
    [3, 2, 'valid'],
    [1, 1, 'valid'],
  ] as const)('of windows of %i, %i apart, %s, has the right gradients', async (size, stride, padding) => {
    const inputs = [noise([2, 5, 4, 3], 1), noise([4, 3, size, size], 2), noise([4], 3)];
    const { error, leaked } = await gradientError(
      (x, w, b) => convolution(x as Tensor4D, w as Tensor4D, b as Tensor1D, { stride, padding }),
      inputs,
    );
    expect(error).toBeLessThan(1e-3);
    expect(leaked).toBe(0);
    for (const each of inputs) each.dispose();
  });

  it('of data has gradients for the weight alone', async () => {
    const pixels = noise([2, 6, 6, 3], 1) as Tensor4D;
    const { error, leaked } = await gradientError(
      (w) => convolution(pixels, w as Tensor4D, undefined, { stride: 2, isData: true }),
      [noise([4, 3, 3, 3], 2)],
    );
    expect(error).toBeLessThan(1e-3);
    expect(leaked).toBe(0);
    pixels.dispose();
  });
});
