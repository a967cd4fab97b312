import '@tensorflow/tfjs-layers'; // registers the gradients, as @tensorflow/tfjs does
import { noise } from '@slipform/kit/testing/check-gradient';
import { conv2d, conv2dTranspose, fused, type Tensor, type Tensor4D } from '@tensorflow/tfjs-core';
import * as fc from 'fast-check';
import { it } from 'vitest';
import { expectAsOnCpu, withGradients } from '../../testing/cpu-beside-wasm';
import { runs, size, windows } from '../../testing/image-windows';
import { describeWithKernels } from '../../testing/with-kernels';

describeWithKernels('convolution', () => {
  it('conv2d and its two gradients', async () => {
    await fc.assert(
      fc.asyncProperty(windows, size(9), ({ batch, image, channels, window, strides, pad }, out) =>
        expectAsOnCpu(
          withGradients(
            (x, w) => conv2d(x as Tensor4D, w as Tensor4D, strides, pad),
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

  it('conv2d of patches large and small, with dilations and paddings of its own', async () => {
    const of = (options: (x: Tensor4D, w: Tensor4D) => Tensor, channels: number) => () => [
      options(noise([2, 8, 7, channels], 1) as Tensor4D, noise([3, 2, channels, 5], 2) as Tensor4D),
    ];
    for (const channels of [3, 16]) {
      await expectAsOnCpu(of((x, w) => conv2d(x, w, 1, 'same', 'NHWC', 2), channels));
      await expectAsOnCpu(of((x, w) => conv2d(x, w, 1, 'valid', 'NHWC', [1, 3]), channels));
      const pad: [[number, number], [number, number], [number, number], [number, number]] = [
        [0, 0],
        [2, 1],
        [0, 3],
        [0, 0],
      ];
      await expectAsOnCpu(of((x, w) => conv2d(x, w, [2, 1], pad), channels));
      await expectAsOnCpu(of((x, w) => conv2d(x, w, 2, 1, 'NHWC', 1, 'floor'), channels));
    }
  });

  it('conv2d of more positions than a block holds', async () => {
    const shapes = [
      [2, 21, 20, 100],
      [3, 3, 100, 2],
    ];
    await expectAsOnCpu(
      withGradients((x, w) => conv2d(x as Tensor4D, w as Tensor4D, 1, 'same'), shapes),
      2e-5,
    );
  });

  it('conv2dTranspose', async () => {
    const shapes = [
      [2, 3, 4, 5],
      [3, 3, 2, 5],
    ];
    await expectAsOnCpu(
      withGradients((x, w) => conv2dTranspose(x as Tensor4D, w as Tensor4D, [2, 6, 8, 2], 2, 'same'), shapes),
    );
  });

  it('fused.conv2d, with bias and activation', async () => {
    for (const activation of ['linear', 'relu', 'leakyrelu'] as const) {
      for (const channels of [3, 20]) {
        await expectAsOnCpu(() => {
          const x = noise([2, 5, 6, channels], 1) as Tensor4D;
          const filter = noise([3, 3, channels, 7], 2) as Tensor4D;
          const options = { x, filter, strides: 2, pad: 'same', activation, leakyreluAlpha: 0.1 } as const;
          return [fused.conv2d({ ...options, bias: noise([7], 3) }), fused.conv2d(options)];
        });
      }
    }
  });
});
