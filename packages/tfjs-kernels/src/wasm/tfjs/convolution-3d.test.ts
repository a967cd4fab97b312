import '@tensorflow/tfjs-layers'; // registers the gradients, as @tensorflow/tfjs does
import { conv3d, type Tensor5D } from '@tensorflow/tfjs-core';
import * as fc from 'fast-check';
import { it } from 'vitest';
import { expectAsOnCpu, withGradients } from '../../testing/cpu-beside-wasm';
import { runs, size } from '../../testing/image-windows';
import { describeWithKernels } from '../../testing/with-kernels';

describeWithKernels('conv3d', () => {
  it('has the gradients that it has on cpu', async () => {
    const three = (max: number, min = 1) => fc.tuple(size(max, min), size(max, min), size(max, min));
    await fc.assert(
      fc.asyncProperty(
        size(2),
        three(5, 3),
        three(3),
        three(2),
        fc.tuple(size(5), size(5)),
        fc.constantFrom<'same' | 'valid'>('same', 'valid'),
        (batch, image, window, strides, [channels, out], pad) =>
          expectAsOnCpu(
            withGradients(
              (x, w) => conv3d(x as Tensor5D, w as Tensor5D, strides, pad),
              [
                [batch, ...image, channels],
                [...window, channels, out],
              ],
            ),
          ),
      ),
      runs,
    );
  });
});
