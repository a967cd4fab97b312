import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cementLoss, keepClose, sumLosses } from '@slipform/cement-loss';
import { relativeError } from '@slipform/kit/testing/relative-error';
import { add, memory, tidy } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import type { ClipModel } from '../model/clip-model';
import { createClip } from '../model/create-clip';
import { describeAboveOps, describeOnOne } from '../testing/backends';
import { tinyBatch, tinyConfig } from '../testing/tiny';
import { adamW } from './adamw';
import { movingAverage } from './moving-average';
import { checkpoint } from './observers/checkpoint';
import type { Optimizer } from './optimizer';
import { trainClip } from './train-clip';
import type { TrainOptions } from './train-options';

const start = () => createClip(tinyConfig, { seed: 5 });
const valuesOf = (model: ClipModel) =>
  Object.fromEntries([...model.parameters].map(([name, x]) => [name, Float32Array.from(x.dataSync())]));
/** A digest of the weights: where bits differ, a list of numbers says no more. */
const bitsOf = (model: ClipModel) => {
  const hash = createHash('sha256');
  for (const values of Object.values(valuesOf(model))) hash.update(values);
  return hash.digest('hex');
};
const LOSS = sumLosses(cementLoss, keepClose());

/** Every trained parameter grows by 1 a step. */
const growing: Optimizer = {
  update(parameters) {
    for (const parameter of parameters.values()) {
      if (parameter.trainable) tidy(() => parameter.assign(add(parameter, 1)));
    }
    return 0.1;
  },
  dispose() {},
};

interface Run extends Partial<Omit<TrainOptions, 'optimizer'>> {
  readonly stopAt?: number;
  readonly decay?: number;
}

/** A model's weights, and those of the average that it was kept close to. */
async function run({ stopAt, decay = 0.75, ...options }: Run = {}) {
  const [model, teacher] = [start(), start()];
  const optimizer = movingAverage({ optimizer: adamW({ learningRate: 0.01 }), teacher, decay });
  const control = new AbortController();
  const { observe = [], ...others } = options;
  try {
    await trainClip({
      ...{ model, teacher, optimizer, data: () => tinyBatch(), loss: LOSS, steps: 6, signal: control.signal },
      ...others,
      observe: [({ step }) => void (step === stopAt && control.abort()), ...observe],
    });
    return { model: bitsOf(model), average: bitsOf(teacher) };
  } finally {
    for (const each of [optimizer, model, teacher]) each.dispose();
  }
}

describeAboveOps('a moving average of the weights', () => {
  it('follows two steps as by hand, the logit scale as it is clamped, and leaks nothing', async () => {
    const before = memory().numTensors;
    const [model, teacher] = [start(), start()];
    const first = valuesOf(model);
    await trainClip({
      ...{ model, teacher, data: () => tinyBatch(), loss: LOSS, steps: 2 },
      trainable: ['text_*', 'logit_scale'],
      optimizer: movingAverage({ optimizer: growing, teacher, decay: 0.75 }),
    });
    for (const [name, values] of Object.entries(valuesOf(teacher))) {
      const isTrained = name.startsWith('text_') || name === 'logit_scale';
      // 0.25, then 0.25 + 0.25·(2 − 0.25); the second step of the scale ends at ln 100.
      const second = (x: number) => (name === 'logit_scale' ? Math.log(100) - x : 2);
      const expected = first[name]!.map((x) => x + (isTrained ? 0.25 + 0.25 * (second(x) - 0.25) : 0));
      expect(relativeError(values, expected), name).toBeLessThan(1e-6);
    }
    for (const each of [model, teacher]) each.dispose();
    expect(memory().numTensors).toBe(before);
  });
});

describeOnOne('a moving average of the weights in a run', () => {
  it('is what the loss keeps close to, and goes on bit for bit', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'slipform-average-'));
    try {
      const unbroken = await run();
      expect(unbroken.average).not.toEqual(unbroken.model);
      expect((await run({ decay: 0.5 })).model).not.toEqual(unbroken.model);
      const observe = () => [checkpoint({ folder, every: 1 })];
      for (const stopAt of [1, 3]) await run({ stopAt, observe: observe(), resume: true });
      expect(await run({ observe: observe(), resume: true })).toEqual(unbroken);
      await expect(run({ decay: 0.5, observe: observe(), resume: true })).rejects.toThrow(
        'optimizer.averageDecay is 0.5 now and was 0.75 there',
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('refuses a decay of 1 and what the teacher lacks, and has a state where its optimiser has one', async () => {
    await expect(run({ rank: 2 })).rejects.toThrow(
      /^movingAverage: teacher must have every parameter that is trained, and has no .*lora_A\.weight \[2, 16\]/,
    );
    const teacher = start();
    expect(() => movingAverage({ optimizer: growing, teacher, decay: 1 })).toThrow(
      'movingAverage: decay must be a finite number of at least 0 and below 1, got 1.',
    );
    const optimizer = movingAverage({ optimizer: growing, teacher });
    expect([optimizer.state, optimizer.restore, optimizer.stepsMade]).toEqual([undefined, undefined, 0]);
    teacher.dispose();
  });
});
