import { hasFusedKernel, runFusedKernel } from '@slipform/tfjs-kernels/registry';
import {
  add,
  mean,
  mul,
  rsqrt,
  square,
  sub,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import { columnSum } from './column-sum';
import { differentiable } from './differentiable';

/**
 * Layer normalisation of each row (Ba, Kiros and Hinton 2016): x̂ = (x − mean)/√(variance + ε), y = γ·x̂ + β,
 * for x [rows, width], γ and β [width].
 *
 *     ∂L/∂x = (g − mean(g) − x̂·mean(g·x̂))/√(variance + ε) with g = γ·dy
 */
export function layerNorm(x: Tensor2D, gamma: Tensor1D, beta: Tensor1D, epsilon: number): Tensor2D {
  return differentiable<Tensor2D>([x, gamma, beta], (save) => {
    if (hasFusedKernel('layerNorm')) {
      const [value, stats] = runFusedKernel<[Tensor2D, Tensor2D]>(
        'layerNorm',
        { x, gamma, beta },
        { epsilon },
      );
      save(x, gamma, stats);
      return {
        value,
        gradient: (dy, [input, scale, rowStats]) =>
          runFusedKernel<Tensor[]>('layerNormGradient', {
            x: input!,
            gamma: scale!,
            stats: rowStats!,
            dy,
          }),
      };
    }
    const centred = sub(x, mean(x, 1, true));
    const inverse = rsqrt(add(mean(square(centred), 1, true), epsilon));
    const normed: Tensor2D = mul(centred, inverse);
    save(normed, inverse, gamma);
    return {
      value: add(mul(normed, gamma), beta),
      gradient: (dy, [xHat, inverseDeviation, scale]) => {
        const g = mul(dy, scale!);
        const along = mul(xHat!, mean(mul(g, xHat!), 1, true));
        return [
          mul(sub(sub(g, mean(g, 1, true)), along), inverseDeviation!),
          columnSum(mul(dy, xHat!)),
          columnSum(dy),
        ];
      },
    };
  });
}
