// Each kernel under a name of tfjs's own: its values beside tfjs's on cpu, for shapes that fast-check makes up.
import '@tensorflow/tfjs-layers'; // registers the gradients, as @tensorflow/tfjs does
import {
  avgPool,
  cast,
  conv2d,
  conv2dTranspose,
  depthwiseConv2d,
  fused,
  gather,
  getKernel,
  grads,
  maxPool,
  mean,
  memory,
  mul,
  oneHot,
  relu,
  setBackend,
  square,
  sum,
  type Tensor,
  type Tensor4D,
  tensor,
  tile,
  unsortedSegmentSum,
} from '@tensorflow/tfjs-core';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../backend/use-backend';
import { gradientError, noise } from '../../testing/check-gradient';
import { onCpuAndWasm } from '../../testing/cpu-beside-wasm';
import { relativeError } from '../../testing/relative-error';
import { useWasmKernels, type WasmKernels } from '../use-wasm-kernels';

/** An op's value and its gradients for all inputs. */
const withGradients = (op: (...inputs: Tensor[]) => Tensor, shapes: readonly (readonly number[])[]) => () => {
  const inputs = shapes.map((shape, i) => noise(shape, i + 1));
  const value = op(...inputs);
  return [value, ...grads((...xs) => op(...xs))(inputs, noise(value.shape, 9))];
};

async function expectAsOnCpu(program: () => readonly Tensor[], within = 1e-5): Promise<void> {
  const before = memory().numTensors;
  const [expected, found] = await onCpuAndWasm(program);
  expect(memory().numTensors).toBe(before);
  expect(found.map(({ shape }) => shape)).toEqual(expected.map(({ shape }) => shape));
  found.forEach(({ values }, i) => {
    // The 1 is for sums that come out near zero, of numbers that do not.
    expect(relativeError([...values, 1], [...expected[i]!.values, 1]), `result ${i}`).toBeLessThan(within);
  });
}

const size = (max: number, min = 1) => fc.integer({ min, max });
const pair = (max: number) => fc.tuple(size(max), size(max));
const runs = { numRuns: 40 };

/**
 * Sizes of images, of a window that fits, strides, and a padding. For a number as padding, tfjs takes the window and
 * the strides for square, and its own kernels write beyond the result where they are not.
 */
const windows = fc
  .record({
    batch: size(3),
    image: fc.tuple(size(9, 3), size(9, 3)),
    channels: size(9),
    window: pair(3),
    strides: pair(3),
    pad: fc.constantFrom<'same' | 'valid' | number>('same', 'valid', 1),
  })
  .filter(
    ({ window, strides, pad }) =>
      pad !== 1 || (window[0] > 1 && window[0] === window[1] && strides[0] === strides[1]),
  );

describe.each([true, false])('kernels of tfjs’s names (relaxed %s)', (relaxed) => {
  let kernels: WasmKernels;
  beforeAll(async () => {
    await useBackend('cpu');
    await useBackend('wasm');
    kernels = await useWasmKernels({ relaxed });
  });
  afterAll(() => kernels.remove());

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

  it('gather’s gradient, with rows that are read twice', async () => {
    const read = (ids: number[], shape: number[], axis: number) => (x: Tensor) =>
      gather(x, tensor(ids, shape, 'int32'), axis);
    await expectAsOnCpu(withGradients(read([3, 0, 3, 1], [4], 0), [[5, 7]]));
    await expectAsOnCpu(withGradients(read([2, 2, 2, 0, 1, 2], [2, 3], 1), [[3, 4, 5]]));
  });

  it('unsortedSegmentSum, which leaves out ids that are out of range', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: -2, max: 6 }), { minLength: 1, maxLength: 20 }),
        fc.array(size(5), { maxLength: 2 }),
        fc.constantFrom<'float32' | 'int32'>('float32', 'int32'),
        (ids, rest, dtype) =>
          expectAsOnCpu(() => {
            const rows = noise([ids.length, ...rest], 1);
            const x = dtype === 'int32' ? cast(mul(rows, 1000), 'int32') : rows;
            return [unsortedSegmentSum(x, tensor(ids, [ids.length], 'int32') as never, 4)];
          }),
      ),
      runs,
    );
  });

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

  it('sums and means over the first axes, and over any others', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(size(6), { minLength: 1, maxLength: 4 }),
        fc.array(fc.integer({ min: 0, max: 3 })),
        fc.boolean(),
        (shape, wanted, keepDims) => {
          const axes = [...new Set(wanted)].filter((axis) => axis < shape.length);
          return expectAsOnCpu(() => [
            sum(square(noise(shape, 1)), axes, keepDims),
            mean(square(noise(shape, 2)), axes, keepDims),
            sum(square(noise(shape, 1))),
          ]);
        },
      ),
      runs,
    );
  });

  it('tile', async () => {
    for (const [shape, times] of [
      [
        [1, 1, 5],
        [3, 4, 1],
      ],
      [
        [1, 3],
        [7, 1],
      ],
      [
        [1, 3],
        [7, 2],
      ],
      [
        [2, 3],
        [3, 1],
      ],
      [[1], [9]],
    ] as const) {
      await expectAsOnCpu(withGradients((x) => tile(x, [...times]), [shape]));
    }
  });

  it('oneHot as float32, whose values tfjs writes as integers', async () => {
    await expectAsOnCpu(() => {
      const ids = tensor([2, 0, -1, 5, 4], [5], 'int32');
      return [oneHot(ids, 5, 0.9, 0.025, 'float32'), oneHot(ids, 5)];
    });
  });

  it('says what it takes, where tfjs has nothing to fall back on', async () => {
    await setBackend('wasm');
    const whole = tensor([1, 0], [2], 'bool');
    expect(() => unsortedSegmentSum(whole, tensor([0, 1], [2], 'int32') as never, 2)).toThrow(
      /^UnsortedSegmentSum: .*float32/,
    );
    whole.dispose();
  });
});

it('leaves with the last handle: what the backend did not have is gone again', async () => {
  await useBackend('wasm');
  const original = getKernel('MaxPoolGrad', 'wasm');
  expect(getKernel('Conv2DBackpropFilter', 'wasm')).toBeUndefined();
  const kernels = await useWasmKernels();
  expect(getKernel('Conv2DBackpropFilter', 'wasm')).toBeDefined();
  kernels.remove();
  expect(getKernel('Conv2DBackpropFilter', 'wasm')).toBeUndefined();
  expect(getKernel('MaxPoolGrad', 'wasm')).toBe(original);
});
