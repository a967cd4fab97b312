import { gradientError, noise } from '@slipform/kit/testing/check-gradient';
import { arrayOf } from '@slipform/kit/testing/read';
import { type Tensor2D, tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { describeOnBackends } from '../testing/backends';
import { gatherRows } from './gather-rows';

describeOnBackends('gatherRows', () => {
  it('reads rows', async () => {
    const rows = await arrayOf(() =>
      gatherRows(
        tensor2d([
          [1, 2],
          [3, 4],
          [5, 6],
        ]),
        tensor1d([2, 0, 2], 'int32'),
      ),
    );
    expect(rows).toEqual([
      [5, 6],
      [1, 2],
      [5, 6],
    ]);
  });

  it('sums the gradients of a row that was read twice', async () => {
    const at = tensor1d([2, 0, 2, 1], 'int32');
    const result = await gradientError((x) => gatherRows(x as Tensor2D, at), [noise([4, 3], 1)]);
    expect(result.error).toBeLessThan(1e-3);
    expect(result.leaked).toBe(0);
    at.dispose();
  });
});
