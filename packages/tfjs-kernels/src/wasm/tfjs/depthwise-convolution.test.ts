import '@tensorflow/tfjs-layers'; // registers the gradients, as @tensorflow/tfjs does
import { depthwiseConv2d, type Tensor4D } from '@tensorflow/tfjs-core';
import * as fc from 'fast-check';
import { it } from 'vitest';
import { expectAsOnCpu, withGradients } from '../../testing/cpu-beside-wasm';
import { runs, size, windows } from '../../testing/image-windows';
import { describeWithKernels } from '../../testing/with-kernels';

describeWithKernels('depthwiseConv2d', () => {
  it('depthwiseConv2d’s gradients', async () => {
    await fc.assert(
      fc.asyncProperty(windows, size(3), ({ batch, image, channels, window, strides, pad }, multiplier) =>
        expectAsOnCpu(
          withGradients(
            // The values are tfjs's, which computes none where pixels between the windows are never read.
            (x, w) =>
              depthwiseConv2d(
                x as Tensor4D,
                w as Tensor4D,
                strides.map((each, i) => Math.min(each, window[i]!)) as never,
                pad,
              ),
            [
              [batch, ...image, channels],
              [...window, channels, multiplier],
            ],
          ),
        ),
      ),
      runs,
    );
  });
});
