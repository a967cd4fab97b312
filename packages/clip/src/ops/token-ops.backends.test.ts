import { gradientError, noise } from '@slipform/kit/testing/check-gradient';
import { arrayOf } from '@slipform/kit/testing/read';
import {
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
  tensor1d,
  tensor2d,
} from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { exponential } from '../model/clip-model';
import { prependToken } from '../model/image-tower';
import { describeOnBackends } from '../testing/backends';
import { addPositions } from './add-positions';
import { rowBlock } from './attention';
import { columnSum } from './column-sum';
import { sliceRows } from './gather-rows';
import { residual } from './linear';

describeOnBackends('ops on sequences', () => {
  it('prependToken puts the token before each sequence', async () => {
    const y = await arrayOf(() =>
      prependToken(
        tensor2d([
          [1, 1],
          [2, 2],
          [3, 3],
          [4, 4],
        ]),
        tensor1d([9, 8]),
        2,
      ),
    );
    expect(y).toEqual([
      [9, 8],
      [1, 1],
      [2, 2],
      [9, 8],
      [3, 3],
      [4, 4],
    ]);
  });

  it('addPositions adds the first positions to each sequence', async () => {
    const y = await arrayOf(() =>
      addPositions(tensor2d([[1], [2], [3], [4]]), tensor2d([[10], [20], [30]]), 2),
    );
    expect(y).toEqual([[11], [22], [13], [24]]);
  });

  it('sliceRows cuts and reshapes', async () => {
    const y = await arrayOf(() =>
      sliceRows<Tensor3D>(
        tensor2d([
          [1, 2],
          [3, 4],
          [5, 6],
        ]),
        1,
        2,
        [1, 2, 2],
      ),
    );
    expect(y).toEqual([
      [
        [3, 4],
        [5, 6],
      ],
    ]);
  });

  it('rowBlock cuts a block', async () => {
    expect(await arrayOf(() => rowBlock(tensor2d([[1], [2], [3], [4]]), 1, 2))).toEqual([[3], [4]]);
  });

  it.each([1, 2, 7, 300])('columnSum adds up %i rows', async (rows) => {
    const x = () => noise([rows, 5], 3) as Tensor2D;
    const found = await arrayOf(() => columnSum(x()));
    const all = await arrayOf(x);
    found.forEach((sum, i) => {
      expect(sum).toBeCloseTo(
        all.reduce((total, row) => total + row[i]!, 0),
        4,
      );
    });
  });

  it.each([
    ['prependToken', (x, t) => prependToken(x as Tensor2D, t as Tensor1D, 2), [[6, 3], [3]]],
    [
      'addPositions',
      (x, p) => addPositions(x as Tensor2D, p as Tensor2D, 2),
      [
        [6, 4],
        [3, 4],
      ],
    ],
    [
      'addPositions with a longer table',
      (x, p) => addPositions(x as Tensor2D, p as Tensor2D, 2),
      [
        [6, 4],
        [5, 4],
      ],
    ],
    ['sliceRows', (x) => sliceRows<Tensor3D>(x as Tensor2D, 2, 4, [2, 2, 3]), [[8, 3]]],
    ['sliceRows of all', (x) => sliceRows(x as Tensor2D, 0, 4), [[4, 3]]],
    [
      'residual',
      (x, y) => residual(x as Tensor2D, y as Tensor2D),
      [
        [4, 3],
        [4, 3],
      ],
    ],
    ['exponential', (x) => exponential(x as Parameters<typeof exponential>[0]), [[]]],
  ] as [string, (...xs: Tensor[]) => Tensor, number[][]][])(
    '%s has the right gradients',
    async (_, op, shapes) => {
      const result = await gradientError(
        op,
        shapes.map((shape, i) => noise(shape, i + 1)),
      );
      expect(result.error).toBeLessThan(1e-3);
      expect(result.leaked).toBe(0);
    },
  );
});
