import { gradientError, noise } from '@slipform/kit/testing/check-gradient';
import { arrayOf } from '@slipform/kit/testing/read';
import type { Tensor4D } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { describeOnBackends } from '../testing/backends';
import { patchEmbedding } from './patch-embedding';

describeOnBackends('patchEmbedding', () => {
  it('is a convolution whose stride is its kernel', async () => {
    const pixels = () => noise([2, 6, 6, 3], 1) as Tensor4D;
    const weight = () => noise([4, 3, 2, 2], 2) as Tensor4D;
    const [x, w] = [await arrayOf(pixels), await arrayOf(weight)];
    const found = await arrayOf(() => patchEmbedding(pixels(), weight()));
    for (const [image, row, column] of [
      [0, 0, 0],
      [0, 1, 2],
      [1, 2, 1],
    ] as const) {
      for (let out = 0; out < 4; out++) {
        let sum = 0;
        for (let c = 0; c < 3; c++)
          for (let i = 0; i < 2; i++)
            for (let j = 0; j < 2; j++)
              sum += x[image]![row * 2 + i]![column * 2 + j]![c]! * w[out]![c]![i]![j]!;
        expect(found[image * 9 + row * 3 + column]![out]).toBeCloseTo(sum, 5);
      }
    }
  });

  it.each([[5], [40]])('has the right gradient with %i outputs', async (out) => {
    const pixels = noise([2, 4, 4, 3], 1) as Tensor4D;
    const result = await gradientError(
      (w) => patchEmbedding(pixels, w as Tensor4D),
      [noise([out, 3, 2, 2], 2)],
    );
    expect(result.error).toBeLessThan(1e-3);
    expect(result.leaked).toBe(0);
    pixels.dispose();
  });

  it.each([[1], [2]])('of what is no picture, patches of %i, has the right gradients', async (patch) => {
    const inputs = [noise([2, 4, 6, 5], 1), noise([3, 5, patch, patch], 2)];
    const { error, leaked } = await gradientError(
      (x, w) => patchEmbedding(x as Tensor4D, w as Tensor4D, false),
      inputs,
    );
    expect(error).toBeLessThan(1e-3);
    expect(leaked).toBe(0);
    for (const each of inputs) each.dispose();
  });
});
