import { noise } from '@slipform/kit/testing/check-gradient';
import { relativeError } from '@slipform/kit/testing/relative-error';
import { useWasmKernels } from '@slipform/tfjs-kernels';
import { numbered, runFusedKernel } from '@slipform/tfjs-kernels/registry';
import {
  clone,
  dispose,
  findBackend,
  grads,
  memory,
  scalar,
  slice,
  square,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
  tensor,
  tensor3d,
  tidy,
  type Variable,
  variable,
} from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend';
import { ParameterScope } from '../model/parameters';
import { transformerLayer } from '../model/transformer-layer';
import { attention } from '../ops/attention';
import { columnSum } from '../ops/column-sum';
import { type Activation, activate } from '../ops/gelu';
import { layerNorm } from '../ops/layer-norm';
import { linear } from '../ops/linear';
import { describeWithKernels } from '../testing/backends';
import { adamWStep } from '../training/adamw';
import { FlatGroup } from '../training/flat-group';

type Op = (...inputs: Tensor[]) => Tensor;
type Case = readonly [name: string, op: Op, shapes: readonly (readonly number[])[]];

const dense: Op = (x, w, b) => linear(x as Tensor2D, [w as Tensor2D], b === undefined ? [] : [b as Tensor1D]);
const twoDense: Op = (x, w0, w1, b0, b1) =>
  linear(x as Tensor2D, [w0, w1] as Tensor2D[], [b0, b1] as Tensor1D[]);
const normed: Op = (x, gamma, beta) => layerNorm(x as Tensor2D, gamma as Tensor1D, beta as Tensor1D, 1e-5);
const attend =
  (batch: number, heads: number, mask?: (i: number) => number, maskShape?: [number, number, number]): Op =>
  (q, kv) =>
    attention(q as Tensor2D, kv as Tensor2D, {
      batch,
      heads,
      mask:
        maskShape === undefined
          ? undefined
          : (tensor(
              Float32Array.from({ length: maskShape[0] * maskShape[1] * maskShape[2] }, (_, i) => mask!(i)),
              maskShape,
            ) as Tensor3D),
    });
const hide = (i: number) => (i % 3 === 1 ? -1e9 : 0);

const layerNames = [
  ...['layer_norm1.weight', 'layer_norm1.bias'],
  ...['q_proj', 'k_proj', 'v_proj', 'out_proj'].flatMap((name) => [
    `self_attn.${name}.weight`,
    `self_attn.${name}.bias`,
  ]),
  ...['layer_norm2.weight', 'layer_norm2.bias'],
  ...['mlp.fc1.weight', 'mlp.fc1.bias', 'mlp.fc2.weight', 'mlp.fc2.bias'],
];
/** A layer of width 6 on two sequences; on cpu it is an op for each of its parts. */
const layerCase = (activation: Activation, tokens: number, mask?: () => Tensor3D): Case => {
  const [width, mlpWidth] = [6, 9];
  const square = [[width, width], [width]];
  return [
    `a layer with ${activation}, ${mask === undefined ? 'without' : 'with'} a mask`,
    (x, ...parameters) => {
      const named = layerNames.map((name, i) => [name, parameters[i]! as Variable] as const);
      const tower = { width, mlpWidth, layers: 1, heads: 2, activation, layerNormEpsilon: 1e-5 };
      return transformerLayer(x as Tensor2D, new ParameterScope(new Map(named), ''), tower, {
        batch: 2,
        mask: mask?.(),
      });
    },
    [
      [2 * tokens, width],
      ...[[width], [width], ...square, ...square, ...square, ...square, [width], [width]],
      ...[[mlpWidth, width], [mlpWidth], [width, mlpWidth], [width]],
    ],
  ];
};

const cases: readonly Case[] = [
  layerCase('quick_gelu', 5),
  layerCase('gelu_pytorch_tanh', 13),
  layerCase('gelu', 4, () =>
    tensor3d(
      Array.from({ length: 16 }, (_, i) => hide(i)),
      [1, 4, 4],
    ),
  ),
  ...[1, 3, 5, 17, 63].flatMap((n): Case[] => [
    [`linear, ${n} rows`, dense, [[n, 7], [n + 2, 7], [n + 2]]],
    [
      `linear, ${n} wide, without bias`,
      dense,
      [
        [5, n],
        [n, n],
      ],
    ],
    [`layer norm, ${n} wide`, normed, [[4, n], [n], [n]]],
    [`layer norm, ${n} rows`, normed, [[n, 6], [6], [6]]],
    [`quick_gelu, ${n}`, (x) => activate(x as Tensor2D, 'quick_gelu'), [[1, n]]],
    [`gelu, ${n}`, (x) => activate(x as Tensor2D, 'gelu'), [[n, 2]]],
    [`gelu_new, ${n}`, (x) => activate(x as Tensor2D, 'gelu_new'), [[n, 3]]],
    [
      `attention, ${n} tokens`,
      attend(2, 1),
      [
        [2 * n, 5],
        [2 * n, 10],
      ],
    ],
    [
      `attention, heads ${n} wide`,
      attend(2, 3),
      [
        [8, 3 * n],
        [8, 6 * n],
      ],
    ],
  ]),
  ['two layers side by side', twoDense, [[9, 5], [3, 5], [8, 5], [3], [8]]],
  ['linear of many rows', dense, [[700, 33], [130, 33], [130]]],
  [
    'attention with one mask',
    attend(3, 2, hide, [1, 4, 4]),
    [
      [12, 6],
      [12, 12],
    ],
  ],
  [
    'attention with a mask for each text',
    attend(3, 2, hide, [3, 1, 4]),
    [
      [3, 6],
      [12, 12],
    ],
  ],
];

/** Value and gradients of each case, on the backend in use. */
function results([, op, shapes]: Case): number[][] {
  return tidy(() => {
    const inputs = shapes.map((shape, i) => noise(shape, i + 1));
    const value = op(...inputs);
    const found = grads((...xs) => op(...xs))(inputs, noise(value.shape, 99));
    return [value, ...found].map((x) => [...x.dataSync()]);
  });
}

describe('before the kernels', () => {
  const expected = new Map<string, number[][]>();
  beforeAll(async () => {
    await useBackend('cpu');
    for (const each of cases) expected.set(each[0], results(each));
  });

  describeWithKernels('fused', () => {
    it.each(cases)('%s has the values and gradients of cpu, and leaks nothing', (...each) => {
      const before = { ...memory(), inBackend: findBackend('wasm').numDataIds() };
      const found = results(each);
      found.forEach((values, i) => {
        const exact = expected.get(each[0])![i]!;
        const name = i === 0 ? 'value' : `gradient ${i}`;
        // The bias of keys has no gradient: what is there is rounding.
        if (exact.every((x) => Math.abs(x) < 1e-6))
          expect(Math.max(...values.map(Math.abs)), name).toBeLessThan(2e-6);
        else expect(relativeError(values, exact), name).toBeLessThan(2e-5);
      });
      expect(memory().numTensors).toBe(before.numTensors);
      expect(memory().numDataBuffers).toBe(before.numDataBuffers);
      expect(findBackend('wasm').numDataIds()).toBe(before.inBackend);
    });

    it('activations have their limits far out, and keep what is not finite', () => {
      tidy(() => {
        const far = tensor([-1e4, -200, -90, 90, 200, 1e4], [1, 6]) as Tensor2D;
        for (const kind of ['quick_gelu', 'gelu', 'gelu_new'] as const) {
          const y = activate(far, kind).dataSync();
          expect([...y.slice(0, 3)].every((x) => Math.abs(x) < 1e-30)).toBe(true);
          expect([...y.slice(3)]).toEqual([90, 200, 1e4]);
          const odd = activate(tensor([Number.NaN, Number.POSITIVE_INFINITY, 1], [1, 3]) as Tensor2D, kind);
          const [none, infinite, one] = odd.dataSync();
          expect([none, infinite]).toEqual([Number.NaN, Number.POSITIVE_INFINITY]);
          expect(one).toBeCloseTo(0.84, 1);
        }
      });
    });

    it('NaN stays in its row of a layer norm and in its head of an attention', () => {
      tidy(() => {
        const values = noise([3, 8], 1).dataSync();
        values[9] = Number.NaN;
        const x = tensor(values, [3, 8]) as Tensor2D;
        const y = layerNorm(x, noise([8], 2) as Tensor1D, noise([8], 3) as Tensor1D, 1e-5).arraySync();
        expect(y.map((row) => row.every(Number.isNaN))).toEqual([false, true, false]);
        expect(y.map((row) => row.some(Number.isNaN))).toEqual([false, true, false]);
        const kv = noise([3, 16], 4) as Tensor2D;
        const out = attention(x, kv, { batch: 1, heads: 2 }).arraySync();
        expect(out.map((row) => row.map(Number.isNaN))).toEqual(
          [0, 1, 2].map((row) => Array.from({ length: 8 }, (_, c) => row === 1 && c < 4)),
        );
      });
    });

    it('attention gives no weight to what is hidden, and works beside −∞', () => {
      tidy(() => {
        const q = noise([2, 4], 1) as Tensor2D;
        const kv = noise([2, 8], 2) as Tensor2D;
        for (const far of [-1e9, Number.NEGATIVE_INFINITY]) {
          const mask = tensor([0, far, far, 0], [1, 2, 2]) as Tensor3D;
          const out = attention(q, kv, { batch: 1, heads: 1, mask }).dataSync();
          const values = slice(kv, [0, 4], [2, 4]).dataSync();
          expect(relativeError(out, values)).toBeLessThan(1e-6);
        }
      });
    });

    it('sums columns, with no rows as well', () => {
      tidy(() => {
        for (const rows of [0, 1, 2, 3, 4, 5, 63]) {
          const x = noise([rows, 9], 1) as Tensor2D;
          const expectedSums = new Float64Array(9);
          x.dataSync().forEach((value, i) => {
            expectedSums[i % 9]! += value;
          });
          expect(relativeError(columnSum(x).dataSync(), expectedSums)).toBeLessThan(1e-5);
        }
      });
    });

    it('a clone outlives what it was made from, a slice is a copy of its part', () => {
      const before = memory().numDataBuffers;
      const x = noise([6, 4], 1);
      const values = [...x.dataSync()];
      const copy = clone(x);
      const part = slice(x, [2, 0], [3, 4]);
      const columns = slice(x, [0, 1], [6, 2]);
      x.dispose();
      noise([6, 4], 5).dispose();
      expect([...copy.dataSync()]).toEqual(values);
      expect([...part.dataSync()]).toEqual(values.slice(8, 20));
      expect([...columns.dataSync()]).toEqual(values.filter((_, i) => i % 4 === 1 || i % 4 === 2));
      for (const each of [copy, part, columns]) each.dispose();
      expect(memory().numDataBuffers).toBe(before);
    });
  });

  it.each([
    [[1], undefined],
    [[3, 17, 4], undefined],
    [[64, 5], 0.25],
  ] as const)('one step of AdamW on %j numbers, scaled by %s, equals tfjs’s', async (sizes, factor) => {
    await useBackend('wasm');
    const numbers = {
      beta1: 0.9,
      beta2: 0.98,
      biasCorrection2: 50,
      epsilon: 1e-6,
      decayFactor: 0.999,
      stepSize: 0.01,
    };
    const total = sizes.reduce((a: number, b) => a + b, 0);
    const step = () => {
      const before = memory().numTensors;
      const values = tidy(() => {
        const named = <T extends Tensor>(seed: number, make: (x: Tensor) => T) =>
          new Map(sizes.map((size, i) => [`p${i}`, make(noise([size], seed + i))] as const));
        const parameters = named(10, (x) => variable(x));
        const gradients = named(20, (x) => x);
        const [group] = FlatGroup.of(gradients, () => true);
        const moments = adamWStep(
          group!,
          {
            ...{
              parameters,
              gradients,
              m: noise([total], 3) as Tensor1D,
              v: square(noise([total], 4)) as Tensor1D,
            },
            scale: factor === undefined ? undefined : scalar(factor),
          },
          numbers,
        );
        const found = [...parameters.values(), ...moments].flatMap((x) => [...x.dataSync()]);
        dispose([...parameters.values()]);
        return found;
      });
      expect(memory().numTensors).toBe(before);
      return values;
    };
    const expectedStep = step();
    const kernels = await useWasmKernels();
    expect(relativeError(step(), expectedStep)).toBeLessThan(1e-6);
    kernels.remove();
  });

  it('the norm of gradients is that of all their numbers, also where a square has no float', async () => {
    await useBackend('wasm');
    const kernels = await useWasmKernels();
    const normOf = (...tensors: Tensor[]) => {
      const found = runFusedKernel<Tensor>('norm', numbered('x', tensors));
      const value = found.dataSync()[0]!;
      dispose([found, ...tensors]);
      return value;
    };
    const parts = [noise([7, 9], 1), noise([1], 2), noise([64], 3)];
    const exact = Math.hypot(...parts.flatMap((x) => [...x.dataSync()]));
    expect(normOf(...parts)).toBeCloseTo(exact, 6);
    expect(normOf(tensor([3e30, 4e30, 0, 0, 0]))).toBeCloseTo(5e30, -25);
    expect(normOf(tensor([1, Number.NaN]))).toBeNaN();
    expect(normOf(tensor([1, 1, 1, 1, Number.POSITIVE_INFINITY]))).toBe(Number.POSITIVE_INFINITY);
    kernels.remove();
  });
});
