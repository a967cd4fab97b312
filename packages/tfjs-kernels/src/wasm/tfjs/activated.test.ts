import { noise } from '@slipform/kit/testing/check-gradient';
import { fused } from '@tensorflow/tfjs-core';
import { it } from 'vitest';
import { expectAsOnCpu } from '../../testing/cpu-beside-wasm';
import { describeWithKernels } from '../../testing/with-kernels';

describeWithKernels('products with an activation', () => {
  it('fused.matMul in all modes, with bias and activation', async () => {
    const activations = ['linear', 'relu', 'relu6', 'elu', 'sigmoid', 'leakyrelu', 'prelu'] as const;
    for (const activation of activations) {
      for (const [transposeA, transposeB] of [
        [false, false],
        [false, true],
        [true, false],
        [true, true],
      ] as const) {
        for (const batch of [[], [3]]) {
          await expectAsOnCpu(() => {
            const a = noise([...batch, ...(transposeA ? [4, 7] : [7, 4])], 1);
            const b = noise([...batch, ...(transposeB ? [5, 4] : [4, 5])], 2);
            const bias = noise([5], 3);
            const preluActivationWeights =
              activation === 'prelu' ? { preluActivationWeights: noise([5], 4) } : {};
            return [
              fused.matMul({ a, b, transposeA, transposeB, bias, activation, ...preluActivationWeights }),
              fused.matMul({ a, b, transposeA, transposeB }),
            ];
          });
        }
      }
    }
  });
});
