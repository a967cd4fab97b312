import { gradientError, noise } from '@slipform/kit/testing/check-gradient';
import type { Tensor, Tensor4D, Variable } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { activations } from '../ops/gelu';
import { describeAboveOps } from '../testing/backends';
import { stemConfig } from '../testing/tiny';
import { completeConfig } from './clip-config';
import { imageStem } from './image-tower';
import { ParameterScope } from './parameters';

/** A stem of two convolutions as a function of its parameters. */
function stemOf(pixels: Tensor4D, activation: (typeof activations)[number]) {
  const { image } = completeConfig({
    ...stemConfig,
    image: { ...stemConfig.image, stem: [4, 5], activation },
  });
  const names = ['stem.0.weight', 'stem.0.bias', 'stem.1.weight', 'stem.1.bias'];
  return (...values: Tensor[]) =>
    imageStem(
      pixels,
      image,
      new ParameterScope(new Map(values.map((x, i) => [names[i]!, x as Variable])), ''),
    );
}

describeAboveOps('imageStem', () => {
  it.each(activations)('has the right gradients with %s, and leaves nothing', async (activation) => {
    const pixels = noise([2, 8, 8, 3], 1) as Tensor4D;
    const shapes = [[4, 3, 3, 3], [4], [5, 4, 3, 3], [5]];
    const inputs = shapes.map((shape, i) => noise(shape, 2 + i));
    const stem = stemOf(pixels, activation);
    const { error, leaked } = await gradientError(stem, inputs);
    expect(error).toBeLessThan(3e-3);
    expect(leaked).toBe(0);
    for (const each of [pixels, ...inputs]) each.dispose();
  });
});
