import { InputError } from '@slipform/kit/errors/input-error';
import { relativeError } from '@slipform/kit/testing/relative-error';
import {
  add,
  memory,
  mul,
  type Scalar,
  scalar,
  sqrt,
  square,
  sum,
  type Tensor,
  tensor,
  tidy,
  type Variable,
  variable,
} from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { describeOnBackends } from '../testing/backends';
import { type AdamWOptions, adamW } from './adamw';

/** The same in float64, one number at a time. */
function reference(
  start: Record<string, number[][] | number[]>,
  gradients: Record<string, number[]>[],
  o: Required<Omit<AdamWOptions, 'schedule' | 'warmupSteps' | 'warmStatistics'>>,
) {
  const theta = new Map(
    Object.entries(start).map(([name, x]) => [
      name,
      { x: x.flat(), decays: Array.isArray(x[0]), m: [] as number[], v: [] as number[] },
    ]),
  );
  gradients.forEach((all, at) => {
    const norm = Math.sqrt(
      Object.values(all)
        .flat()
        .reduce((sum, g) => sum + g * g, 0),
    );
    const scale = Math.min(1, o.clipNorm / (norm + 1e-6));
    for (const [name, p] of theta) {
      p.x = p.x.map((x, i) => {
        const g = all[name]![i]! * scale;
        p.m[i] = o.beta1 * (p.m[i] ?? 0) + (1 - o.beta1) * g;
        p.v[i] = o.beta2 * (p.v[i] ?? 0) + (1 - o.beta2) * g * g;
        const mHat = p.m[i]! / (1 - o.beta1 ** (at + 1));
        const vHat = p.v[i]! / (1 - o.beta2 ** (at + 1));
        return (
          x - o.learningRate * (mHat / (Math.sqrt(vHat) + o.epsilon) + (p.decays ? o.weightDecay * x : 0))
        );
      });
    }
  });
  return theta;
}

describeOnBackends('adamW', () => {
  it('moves parameters as the formula says, matrices decayed, gradients clipped, and leaks nothing', async () => {
    const before = memory().numTensors;
    const options = {
      learningRate: 0.05,
      weightDecay: 0.2,
      beta1: 0.9,
      beta2: 0.98,
      epsilon: 1e-6,
      clipNorm: 1,
    };
    const start = {
      matrix: [
        [1, -2],
        [3, 0.5],
      ],
      bias: [0.1, -0.2, 0.3],
      other: [[2, 2, 2]],
    };
    const gradients = Array.from({ length: 5 }, (_, step) => ({
      matrix: [0.1, -2, 0.3, 0.01].map((g) => g * Math.cos(step)),
      bias: [1, -0.5, 1e-4].map((g) => g + 0.1 * step),
      other: [0, 3, -0.2].map((g) => g * 0.1 ** step),
    }));
    const variables = new Map<string, Variable>(
      Object.entries(start).map(([name, x]) => [name, variable(tensor(x))]),
    );
    const optimizer = adamW({ ...options, schedule: 'constant' });
    for (const all of gradients) {
      const tensors = new Map<string, Tensor>(
        Object.entries(all).map(([name, g]) => [name, tensor(g, variables.get(name)!.shape)]),
      );
      expect(update(optimizer, variables, tensors, 5)).toBe(0.05);
      for (const x of tensors.values()) x.dispose();
    }
    for (const [name, { x }] of reference(start, gradients, options)) {
      expect(relativeError(await variables.get(name)!.data(), x), name).toBeLessThan(1e-5);
    }
    optimizer.dispose();
    for (const x of variables.values()) x.dispose();
    // The constants of `variable(tensor(…))` above are three.
    expect(memory().numTensors - before).toBe(3);
  });

  it('warms up and follows a cosine to zero', () => {
    const optimizer = adamW({ learningRate: 1, warmupSteps: 2 });
    const weights = new Map([['w', variable(tensor([1]))]]);
    const gradient = new Map<string, Tensor>([['w', tensor([1])]]);
    const rates = Array.from({ length: 6 }, () => update(optimizer, weights, gradient, 6));
    const expected = [0.5, 1, 1, 0.5 * (1 + Math.SQRT1_2), 0.5, 0.5 * (1 - Math.SQRT1_2)];
    rates.forEach((rate, i) => {
      expect(rate).toBeCloseTo(expected[i]!, 10);
    });
    optimizer.dispose();
  });

  it('goes on from a saved state exactly', async () => {
    const before = memory().numTensors;
    const start = () =>
      new Map<string, Variable>([
        ['matrix', tidy(() => variable(tensor([[1, -2]])))],
        ['bias', tidy(() => variable(tensor([0.1, 0.2, 0.3])))],
        ['other', tidy(() => variable(tensor([[2, 2, 2]])))],
      ]);
    const advance = (optimizer: ReturnType<typeof adamW>, variables: Map<string, Variable>, step: number) =>
      tidy(() => {
        const gradients = new Map<string, Tensor>(
          [...variables].map(([name, x]) => [name, mul(x, Math.sin(step + 1))]),
        );
        update(optimizer, variables, gradients, 8);
      });
    const values = (variables: Map<string, Variable>) =>
      Promise.all([...variables.values()].map((x) => x.array()));

    const [whole, unbroken] = [adamW({ warmupSteps: 2 }), start()];
    for (let step = 0; step < 6; step++) advance(whole, unbroken, step);
    const [first, variables] = [adamW({ warmupSteps: 2 }), start()];
    for (let step = 0; step < 3; step++) advance(first, variables, step);
    const state = await first.state!();
    expect(state.numbers).toEqual({ step: 3 });
    expect([...state.tensors.keys()].sort()).toEqual(
      ['bias', 'matrix', 'other'].flatMap((name) => [`m.${name}`, `v.${name}`]).sort(),
    );
    expect(state.tensors.get('v.matrix')!.shape).toEqual([1, 2]);
    const second = adamW({ warmupSteps: 2 });
    second.restore!(state);
    expect(await second.state!()).toEqual(state);
    for (let step = 3; step < 6; step++) advance(second, variables, step);
    expect(await values(variables)).toEqual(await values(unbroken));

    const third = adamW();
    expect(() => third.restore!({ ...state, numbers: { step: -1 } })).toThrow(/step must be an integer/);
    third.restore!({ ...state, tensors: new Map() });
    expect(() => advance(third, variables, 6)).toThrow(/the restored state lacks m\.matrix/);
    for (const optimizer of [whole, first, second, third]) optimizer.dispose();
    for (const x of [...unbroken.values(), ...variables.values()]) x.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it('refuses options out of range and a changing set of parameters', () => {
    expect(() => adamW({ learningRate: 0 })).toThrow(
      'adamW: learningRate must be a finite number above 0, got 0.',
    );
    expect(() => adamW({ beta2: 1 })).toThrow(InputError);
    const misspelt: object = { learningrate: 1 };
    expect(() => adamW(misspelt)).toThrow(
      /^adamW: there is no option "learningrate"; there are learningRate, schedule, .*clipNorm\.$/,
    );
    const optimizer = adamW();
    const weights = new Map([['w', variable(tensor([1]))]]);
    update(optimizer, weights, new Map([['w', tensor([1])]]), 2);
    expect(() => update(optimizer, weights, new Map(), 2)).toThrow(/same parameters/);
    const wider = new Map([['w', variable(tensor([1, 2]))]]);
    expect(() => update(optimizer, wider, new Map([['w', tensor([1, 2])]]), 2)).toThrow(
      /^adamW: the same parameters, of the same shapes/,
    );
    optimizer.dispose();
  });
});

/** One update with the norm that trainClip hands over. */
function update(
  optimizer: ReturnType<typeof adamW>,
  variables: Map<string, Variable>,
  gradients: Map<string, Tensor>,
  steps: number,
): number {
  const norm: Scalar = tidy(() =>
    sqrt([...gradients.values()].map((x) => sum<Scalar>(square(x))).reduce((a, b) => add(a, b), scalar(0))),
  );
  const rate = optimizer.update(variables, gradients, { steps, norm });
  norm.dispose();
  return rate;
}
