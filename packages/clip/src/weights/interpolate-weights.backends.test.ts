import { memory } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import type { ClipModel } from '../model/clip-model';
import { createClip } from '../model/create-clip';
import { describeOnBackends } from '../testing/backends';
import { tinyConfig } from '../testing/tiny';
import { interpolateWeights } from './interpolate-weights';

const weights = (model: ClipModel) =>
  Promise.all([...model.parameters.values()].map((x) => x.data<'float32'>()));

describeOnBackends('interpolateWeights', () => {
  it('gives the ends bit for bit, the line between and beyond, and the mean of several', async () => {
    const models = [1, 2, 3].map((seed) => createClip(tinyConfig, { seed })) as [
      ClipModel,
      ClipModel,
      ClipModel,
    ];
    const [before, after, other] = models;
    const before0 = memory().numTensors;
    const [a, b, c] = await Promise.all(models.map(weights));
    const mixes: [ClipModel | ClipModel[], number, (i: number, j: number) => number][] = [
      [after, 0.25, (i, j) => 0.75 * a![i]![j]! + 0.25 * b![i]![j]!],
      [after, -1, (i, j) => 2 * a![i]![j]! - b![i]![j]!],
      [after, 2, (i, j) => 2 * b![i]![j]! - a![i]![j]!],
      [[after, other], 0.5, (i, j) => 0.5 * a![i]![j]! + 0.25 * (b![i]![j]! + c![i]![j]!)],
    ];
    for (const [to, alpha, expected] of mixes) {
      const mixed = interpolateWeights(before, to, alpha);
      for (const [i, values] of (await weights(mixed)).entries())
        expect(Math.max(...values.map((x, j) => Math.abs(x - expected(i, j))))).toBeLessThan(1e-6);
      mixed.dispose();
    }
    for (const [alpha, end] of [
      [0, a],
      [1, b],
    ] as const) {
      const mixed = interpolateWeights(before, after, alpha);
      expect(await weights(mixed)).toEqual(end);
      expect([...mixed.parameters.keys()]).toEqual([...before.parameters.keys()]);
      mixed.dispose();
    }
    expect(memory().numTensors).toBe(before0);
    for (const model of models) model.dispose();
  });

  it('refuses what is no model of the same config, and an alpha out of range', () => {
    const model = createClip(tinyConfig);
    const wide = createClip({ ...tinyConfig, text: { ...tinyConfig.text, vocabularySize: 21 } });
    const left = memory().numTensors;
    const mistakes: [() => unknown, string][] = [
      [
        () => interpolateWeights(model, wide, 0.5),
        'interpolateWeights: after must have the config of before, whose text.vocabularySize is 20, got 21.',
      ],
      [
        () => interpolateWeights(model, model, 2.5),
        'interpolateWeights: alpha must be a number from -1 to 2, got 2.5',
      ],
      [() => interpolateWeights(model, model, Number.NaN), 'must be a number from -1 to 2, got NaN'],
      [() => interpolateWeights(model, [], 1), 'interpolateWeights: after must be a model, or several.'],
      [() => interpolateWeights(model, [{} as ClipModel], 1), 'model must be one of createClip or loadClip'],
    ];
    for (const [call, message] of mistakes) expect(call).toThrow(message);
    expect(memory().numTensors).toBe(left);
    model.dispose();
    wide.dispose();
  });
});
