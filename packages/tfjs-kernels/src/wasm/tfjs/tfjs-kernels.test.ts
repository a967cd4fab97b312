import '@tensorflow/tfjs-layers'; // registers the gradients, as @tensorflow/tfjs does
import { noise } from '@slipform/kit/testing/check-gradient';
import {
  cast,
  gather,
  getKernel,
  mean,
  mul,
  oneHot,
  setBackend,
  square,
  sum,
  type Tensor,
  tensor,
  tile,
  unsortedSegmentSum,
} from '@tensorflow/tfjs-core';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { expectAsOnCpu, withGradients } from '../../testing/cpu-beside-wasm';
import { runs, size } from '../../testing/image-windows';
import { describeWithKernels, startBackend } from '../../testing/with-kernels';
import { useWasmKernels } from '../use-wasm-kernels';

describeWithKernels('kernels of tfjs’s names', () => {
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
  await startBackend('wasm');
  const original = getKernel('MaxPoolGrad', 'wasm');
  expect(getKernel('Conv2DBackpropFilter', 'wasm')).toBeUndefined();
  const kernels = await useWasmKernels();
  expect(getKernel('Conv2DBackpropFilter', 'wasm')).toBeDefined();
  kernels.remove();
  expect(getKernel('Conv2DBackpropFilter', 'wasm')).toBeUndefined();
  expect(getKernel('MaxPoolGrad', 'wasm')).toBe(original);
});
