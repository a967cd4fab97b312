import { noise } from '@slipform/kit/testing/check-gradient';
import { valuesOf } from '@slipform/kit/testing/read';
import { relativeError } from '@slipform/kit/testing/relative-error';
import { hasFusedKernel } from '@slipform/tfjs-kernels/registry';
import {
  grads,
  matMul,
  memory,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  tensor3d,
  tidy,
} from '@tensorflow/tfjs-core';
import { afterAll, describe, expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend';
import { attention } from '../ops/attention';
import { columnSum } from '../ops/column-sum';
import { layerNorm } from '../ops/layer-norm';

afterAll(() => useBackend('webgpu'));

/** Value of an op and its gradients for a seed. */
async function valueAndGradients(
  backend: string,
  op: (...xs: Tensor[]) => Tensor,
  shapes: readonly number[][],
): Promise<Float32Array[]> {
  await useBackend(backend);
  const before = memory().numTensors;
  const tensors = tidy(() => {
    const inputs = shapes.map((shape, i) => noise(shape, i + 1));
    const value = op(...inputs);
    return [value, ...grads(op)(inputs, noise(value.shape, 99))];
  });
  const values: Float32Array[] = [];
  for (const x of tensors) {
    values.push(Float32Array.from(await x.data()));
    x.dispose();
  }
  expect(memory().numTensors).toBe(before);
  return values;
}

const causal = (n: number) =>
  tensor3d(
    Float32Array.from({ length: n * n }, (_, at) => (at % n > Math.floor(at / n) ? -1e9 : 0)),
    [1, n, n],
  );

const attentionOf =
  (batch: number, heads: number, mask: () => ReturnType<typeof causal> | undefined) =>
  (q: Tensor, kv: Tensor) =>
    attention(q as Tensor2D, kv as Tensor2D, { batch, heads, mask: mask() });

describe('kernels in sizes of real models equal cpu', () => {
  const norm = (x: Tensor, gamma: Tensor, beta: Tensor) =>
    layerNorm(x as Tensor2D, gamma as Tensor1D, beta as Tensor1D, 1e-5);
  it.each<[name: string, op: (...xs: Tensor[]) => Tensor, shapes: number[][]]>([
    ['layer norm of wide rows', norm, [[150, 768], [768], [768]]],
    ['layer norm of more rows and numbers than a grid is wide', norm, [[65_600, 65], [65], [65]]],
    [
      'attention over 77 tokens',
      attentionOf(2, 3, () => causal(77)),
      [
        [154, 96],
        [154, 192],
      ],
    ],
    [
      'attention of one token to 150',
      attentionOf(2, 2, () => undefined),
      [
        [2, 16],
        [300, 32],
      ],
    ],
    [
      'attention of more queries than a grid is wide',
      attentionOf(4100, 4, () => undefined),
      [
        [16_400, 8],
        [16_400, 16],
      ],
    ],
  ])('%s', async (_, op, shapes) => {
    const expected = await valueAndGradients('cpu', op, shapes);
    const found = await valueAndGradients('webgpu', op, shapes);
    expect(hasFusedKernel('attention') && hasFusedKernel('layerNorm')).toBe(true);
    expected.forEach((values, i) => {
      expect(relativeError(found[i]!, values), `${i}`).toBeLessThan(2e-5);
    });
  });

  it.each([
    [2, 512, 2048],
    [64, 64, 2000],
    [128, 64, 5000],
    [13, 13, 2049],
    [300, 9, 2000],
  ])('products with a result of %i × %i of rows of %i, the same twice', async (m, n, k) => {
    for (const [transposeA, transposeB] of [
      [false, false],
      [false, true],
      [true, false],
    ] as const) {
      const product = async (backend: string) => {
        await useBackend(backend);
        const a = () => noise(transposeA ? [k, m] : [m, k], 1) as Tensor2D;
        const b = () => noise(transposeB ? [n, k] : [k, n], 2) as Tensor2D;
        return valuesOf(() => matMul(a(), b(), transposeA, transposeB));
      };
      const found = await product('webgpu');
      expect(await product('webgpu')).toEqual(found);
      expect(relativeError(found, await product('cpu'))).toBeLessThan(1e-3);
    }
  });

  it.each([
    [70_000, 3],
    [4097, 130],
    [64, 5],
  ])('sums of the columns of %i × %i', async (rows, columns) => {
    const sums = async (backend: string) => {
      await useBackend(backend);
      return valuesOf(() => columnSum(noise([rows, columns], 1) as Tensor2D));
    };
    const expected = await sums('cpu');
    expect(relativeError(await sums('webgpu'), expected)).toBeLessThan(1e-3);
  });
});
