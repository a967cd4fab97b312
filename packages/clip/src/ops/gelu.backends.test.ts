import { gradientError, noise } from '@slipform/kit/testing/check-gradient';
import { arrayOf } from '@slipform/kit/testing/read';
import { type Tensor2D, tensor2d } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { describeOnBackends } from '../testing/backends';
import { activate, activations } from './gelu';

// By numerical integration of the normal density, and from the definitions.
const inputs = [-3, -1, -0.1, 0, 0.5, 1, 2];
const phi = (x: number) => {
  let sum = 0;
  const n = 20_000;
  for (let i = 0; i < n; i++) sum += Math.exp(-0.5 * ((x * (i + 0.5)) / n) ** 2);
  return 0.5 + (sum * x) / n / Math.sqrt(2 * Math.PI);
};
const exact = {
  quick_gelu: (x: number) => x / (1 + Math.exp(-1.702 * x)),
  gelu: (x: number) => x * phi(x),
  gelu_new: (x: number) => 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3))),
  gelu_pytorch_tanh: (x: number) => exact.gelu_new(x),
};

describeOnBackends('activate', () => {
  it.each(activations)('%s has its definition’s values', async (kind) => {
    const y = await arrayOf(() => activate(tensor2d([inputs]), kind));
    inputs.forEach((x, i) => {
      expect(y[0]![i]).toBeCloseTo(exact[kind](x), 5);
    });
  });

  it.each(activations)('%s has the right gradient', async (kind) => {
    const result = await gradientError((x) => activate(x as Tensor2D, kind), [noise([6, 7], 1)]);
    expect(result.error).toBeLessThan(1e-3);
    expect(result.leaked).toBe(0);
  });
});
