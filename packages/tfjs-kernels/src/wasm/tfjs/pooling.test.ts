import '@tensorflow/tfjs-layers'; // registers the gradients, as @tensorflow/tfjs does
import { gradientError, noise } from '@slipform/kit/testing/check-gradient';
import { avgPool, maxPool, relu, type Tensor, type Tensor4D } from '@tensorflow/tfjs-core';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { expectAsOnCpu, withGradients } from '../../testing/cpu-beside-wasm';
import { runs, windows } from '../../testing/image-windows';
import { describeWithKernels } from '../../testing/with-kernels';

describeWithKernels('pooling', () => {
  it('maxPool’s gradient, with equal numbers in a window too', async () => {
    await fc.assert(
      fc.asyncProperty(windows, ({ batch, image, channels, window, strides, pad }) =>
        expectAsOnCpu(
          withGradients(
            (x) => maxPool(relu(x as Tensor4D), window, strides, pad),
            [[batch, ...image, channels]],
          ),
        ),
      ),
      runs,
    );
  });

  it('avgPool’s gradient without padding', async () => {
    await fc.assert(
      fc.asyncProperty(windows, ({ batch, image, channels, window, strides }) =>
        expectAsOnCpu(
          withGradients(
            (x) => avgPool(x as Tensor4D, window, strides, 'valid'),
            [[batch, ...image, channels]],
          ),
        ),
      ),
      runs,
    );
  });

  it('avgPool’s gradient with padding is that of its values, which tfjs’s is not', async () => {
    for (const [window, strides] of [
      [3, 1],
      [[3, 2], 2],
      [5, [1, 3]],
    ] as const) {
      const op = (x: Tensor) => avgPool(x as Tensor4D, window as number, strides as number, 'same');
      const { error, leaked } = await gradientError(op, [noise([2, 5, 4, 3], 1)]);
      expect(error).toBeLessThan(1e-3);
      expect(leaked).toBe(0);
    }
  });
});
