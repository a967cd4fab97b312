import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { infoNceLoss } from '@slipform/cement-loss';
import { memory, train } from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createClip } from '../model/create-clip';
import { describeOnOne } from '../testing/backends';
import { tinyBatch, tinyConfig } from '../testing/tiny';
import { checkpoint } from './observers/checkpoint';
import { fromTfOptimizer, type TfOptimizerOptions } from './tf-optimizer';
import { trainClip } from './train-clip';
import type { TrainOptions } from './train-options';

const makers = {
  sgd: () => train.sgd(0.05),
  momentum: () => train.momentum(0.05, 0.9),
  adagrad: () => train.adagrad(0.05),
  rmsprop: () => train.rmsprop(0.005),
  adam: () => train.adam(0.005),
  adamax: () => train.adamax(0.005),
} as const;
const names = (Object.keys(makers) as (keyof typeof makers)[]).filter((name) => name !== 'adamax');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipform-tf-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function run(
  name: keyof typeof makers,
  more: Partial<TrainOptions> = {},
  options: TfOptimizerOptions = {},
) {
  const model = createClip(tinyConfig, { seed: 4 });
  const optimizer = fromTfOptimizer(makers[name](), options);
  const reports: { loss: number; learningRate: number }[] = [];
  try {
    await trainClip({
      model,
      optimizer,
      data: () => tinyBatch(),
      loss: (batch, scale) => infoNceLoss(batch, scale),
      steps: 8,
      ...more,
      observe: [
        ({ loss, learningRate }) => void reports.push({ loss, learningRate }),
        ...(more.observe ?? []),
      ],
    });
    return { reports, weights: [...model.parameters.values()].flatMap((x) => Array.from(x.dataSync())) };
  } finally {
    optimizer.dispose();
    model.dispose();
  }
}

describeOnOne('fromTfOptimizer', () => {
  it.each(names)('%s trains, and goes on from a checkpoint as the unbroken run', async (name) => {
    const whole = await run(name);
    expect(whole.reports.at(-1)!.loss).toBeLessThan(whole.reports[0]!.loss);
    const control = new AbortController();
    const saved = () => checkpoint({ folder, every: 3 });
    const stop = ({ step }: { step: number }) => {
      if (step === 4) control.abort();
    };
    await run(name, { observe: [saved(), stop], signal: control.signal });
    const { weights } = await run(name, { observe: [saved()], resume: true });
    // Adam takes powers anew where the run had multiplied step by step.
    if (name !== 'adam') expect(weights).toEqual(whole.weights);
    weights.forEach((x, i) => {
      if (Math.abs(x - whole.weights[i]!) > 1e-4) expect(x).toBeCloseTo(whole.weights[i]!, 3);
    });
  });

  it('adamax trains, and has no checkpoints', async () => {
    const { reports } = await run('adamax');
    expect(reports.at(-1)!.loss).toBeLessThan(reports[0]!.loss);
    await expect(run('adamax', { observe: [checkpoint({ folder })] })).rejects.toThrow(
      /^trainClip: a checkpoint needs an optimizer with state\(\) and restore\(\), and this one has no state\(\)/,
    );
  });

  it('follows a schedule, and frees all that it holds', async () => {
    // Adamax's constructor and dispose() of tfjs leave scalars of their own.
    for (const name of ['sgd', 'adam'] as const) {
      const before = memory().numTensors;
      const { reports } = await run(
        name,
        {},
        { warmupSteps: 2, schedule: (step, steps) => 1 - step / steps },
      );
      expect(memory().numTensors, name).toBe(before);
      const peak = name === 'sgd' ? 0.05 : 0.005;
      const expected = [0.5, 1, 1, 5 / 6, 4 / 6, 3 / 6, 2 / 6, 1 / 6].map((share) => share * peak);
      reports.forEach(({ learningRate }, i) => {
        expect(learningRate).toBeCloseTo(expected[i]!, 8);
      });
    }
  });

  it('refuses what is no optimiser of tfjs', () => {
    const wrong: object = { minimize() {} };
    expect(() => fromTfOptimizer(wrong as ReturnType<typeof train.adam>)).toThrow(
      /^fromTfOptimizer: optimizer must be one of tfjs, such as tf\.train\.adam\(1e-3\), got /,
    );
  });
});
