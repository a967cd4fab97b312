import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { infoNceLoss } from '@slipform/cement-loss';
import { memory } from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useBackend } from '../../backend/use-backend';
import type { ClipModel } from '../../model/clip-model';
import { createClip } from '../../model/create-clip';
import { tinyBatch, tinyConfig } from '../../testing/tiny';
import { adamW } from '../adamw';
import { trainClip } from '../train-clip';
import type { TrainOptions } from '../train-options';
import { checkpoint } from './checkpoint';
import { metricsFile, type TrainMetrics } from './metrics-file';
import type { Observer } from './observer';

// As on a GPU, where reading a tensor waits for all that was asked of it before. What is computed stays the same.
const gpu = vi.hoisted(() => ({ isMocked: false }));
vi.mock('../../backend/backends', async (original) => {
  const real = await original<typeof import('../../backend/backends')>();
  return {
    ...real,
    readsLate: (name: string) => gpu.isMocked || real.readsLate(name),
  };
});

let folder: string;
beforeEach(async () => {
  gpu.isMocked = false;
  await useBackend('wasm');
  folder = await mkdtemp(join(tmpdir(), 'slipform-observers-'));
});
afterEach(() => rm(folder, { recursive: true }));

const weights = (model: ClipModel) =>
  [...model.parameters.values()].map((x) => Array.from(x.dataSync())).join();

/** A run and its weights; other data at each step. */
async function run(observe: readonly Observer[], options: Partial<TrainOptions> = {}) {
  const model = createClip(tinyConfig, { seed: 2 });
  const optimizer = adamW({ learningRate: 0.01 });
  try {
    const result = await trainClip({
      model,
      optimizer,
      data: (step) => ({ ...tinyBatch(), images: tinyBatch().images.map((x, i) => x * Math.cos(step * i)) }),
      loss: (batch, scale) => infoNceLoss(batch, scale),
      steps: 7,
      observe,
      ...options,
    });
    return { ...result, weights: weights(model) };
  } finally {
    optimizer.dispose();
    model.dispose();
  }
}

describe('an observer', () => {
  it('sees the steps that it asks for, in the order of the list, those who measure first', async () => {
    const before = memory().numTensors;
    const seen: string[] = [];
    const note = (name: string, more: object): Observer => ({
      step: ({ step, measured }) => void seen.push(`${name}${step} ${Object.keys(measured)}`),
      ...more,
    });
    const measuring: Observer = {
      name: 'measuring',
      every: 3,
      embeddings: true,
      measure: ({ embeddings, step }) => {
        seen.push(`measured${step}`);
        return { rows: embeddings.images.shape[0] };
      },
    };
    await run([note('a', { every: 2 }), note('b', { every: 5, first: true, last: true }), measuring]);
    expect(seen).toEqual(['b1 ', 'a2 ', 'measured3', 'a4 ', 'b5 ', 'measured6', 'a6 measuring', 'b7 ']);
    seen.length = 0;
    await run([note('c', { every: 4, whenMeasured: true }), measuring]);
    expect(seen).toEqual(['measured3', 'c3 measuring', 'c4 ', 'measured6', 'c6 measuring']);
    expect(memory().numTensors).toBe(before);
  });

  it('sees the last step of a run that ends early, unless it asks for embeddings', async () => {
    const seen: string[] = [];
    const control = new AbortController();
    const observers: Observer[] = [
      { every: 3, last: true, step: ({ step }) => void seen.push(`plain ${step}`) },
      { every: 3, last: true, embeddings: true, step: ({ step }) => void seen.push(`embedded ${step}`) },
      ({ step }) => {
        if (step === 5) control.abort();
      },
    ];
    await run(observers, { signal: control.signal });
    expect(seen).toEqual(['plain 3', 'embedded 3', 'plain 5']);
  });

  it('gets an error where it looks at embeddings and has asked for none', async () => {
    const asking: Observer = { embeddings: true, step() {} };
    const looking: Observer = { step: ({ embeddings }) => void embeddings.images };
    for (const observers of [[looking], [asking, looking]]) {
      await expect(run(observers)).rejects.toThrow(
        /^trainClip: an observer that looks at embeddings must ask for them; add embeddings: true to it\.$/,
      );
    }
  });

  it('is opened, started and finished once, and finished where a run fails', async () => {
    const seen: string[] = [];
    const watching: Observer = {
      open: ({ steps }) => void seen.push(`open ${steps}`),
      start: (step) => void seen.push(`start ${step}`),
      finish: () => void seen.push('finish'),
    };
    await run([watching]);
    expect(seen).toEqual(['open 7', 'start 0', 'finish']);
    seen.length = 0;
    const failing = () => {
      throw new Error('no place left');
    };
    await expect(run([watching, failing])).rejects.toThrow('no place left');
    expect(seen).toEqual(['open 7', 'start 0', 'finish']);
    seen.length = 0;
    await expect(run([watching, { open: failing, finish: () => void seen.push('other') }])).rejects.toThrow(
      'no place left',
    );
    expect(seen).toEqual(['open 7', 'other', 'finish']);
  });

  it('gets back what it gave to the checkpoint that a run goes on from', async () => {
    const control = new AbortController();
    const best = (stopAt?: number) => {
      let lowest = Number.POSITIVE_INFINITY;
      const started: unknown[] = [];
      const observer: Observer = {
        name: 'best',
        start: (step, state) => {
          started.push([step, state]);
          if (typeof state === 'number') lowest = state;
        },
        step: ({ loss, step }) => {
          lowest = Math.min(lowest, loss);
          if (step === stopAt) control.abort();
        },
        state: () => lowest,
      };
      return { observer, started, lowest: () => lowest };
    };
    const whole = best();
    await run([whole.observer]);
    expect(whole.started).toEqual([[0, undefined]]);
    const first = best(4);
    const saved = () => checkpoint({ folder, every: 1 });
    await run([saved(), first.observer], { signal: control.signal });
    const state = JSON.parse(await readFile(join(folder, 'step-00000004', 'state.json'), 'utf8'));
    expect(state.observers).toEqual({ best: first.lowest() });
    const second = best();
    await run([saved(), second.observer], { resume: true });
    expect(second.started).toEqual([[4, first.lowest()]]);
    expect(second.lowest()).toBe(whole.lowest());
  });
});

describe('where reading waits for the GPU', () => {
  it('the figures come a step later, and are the same, with the model of their step', async () => {
    const before = memory().numTensors;
    const observers = () => {
      const lines: TrainMetrics[] = [];
      const models: string[] = [];
      const observe: Observer[] = [
        metricsFile({ every: 3, to: (line) => void lines.push(line) }),
        { step: ({ model, step, loss }) => void models.push(`${step} ${loss.toFixed(4)} ${weights(model)}`) },
        checkpoint({ folder: join(folder, String(gpu.isMocked)), every: 2 }),
      ];
      return { observe, lines, models };
    };
    const exact = observers();
    const direct = await run(exact.observe);
    gpu.isMocked = true;
    const late = observers();
    const delayed = await run(late.observe);
    expect(delayed.weights).toBe(direct.weights);
    expect(late.models).toEqual(exact.models);
    expect(late.lines.map(({ step }) => step)).toEqual([1, 3, 6]);
    late.lines.forEach((line, i) => {
      expect(line.loss).toBe(exact.lines[i]!.loss);
      expect(line.gradientNorm / exact.lines[i]!.gradientNorm).toBeCloseTo(1, 5);
    });
    const saved = async (name: string) =>
      (await readFile(join(folder, name, 'step-00000006', 'optimizer.safetensors'))).toString('base64');
    expect(await saved('true')).toBe(await saved('false'));
    expect(memory().numTensors).toBe(before);
  });

  it('a run stops after the step whose figures say so, and not behind the next one', async () => {
    gpu.isMocked = true;
    const control = new AbortController();
    const stop: Observer = ({ step }) => {
      if (step === 3) control.abort();
    };
    const result = await run([stop, checkpoint({ folder })], { signal: control.signal });
    expect(result).toMatchObject({ steps: 3, aborted: true });
    gpu.isMocked = false;
    expect(result.weights).toBe((await run([], { steps: 7, ...stopAfter(3) })).weights);
  });

  it('a step that is not finite is named rightly, and its weights are not kept', async () => {
    gpu.isMocked = true;
    const before = memory().numTensors;
    const broken: TrainOptions['data'] = (step) =>
      step < 4 ? tinyBatch() : { ...tinyBatch(), images: tinyBatch().images.fill(Number.NaN) };
    await expect(run([checkpoint({ folder, every: 2 })], { data: broken })).rejects.toThrow(
      /^trainClip: the loss became NaN at step 5; the weights are those after it; the last good checkpoint is \S+step-00000004\. Lower/,
    );
    // At a step with embeddings nothing is late.
    const first = { every: 5, embeddings: true, step() {} } as const;
    await expect(run([first], { data: broken })).rejects.toThrow(
      /^trainClip: the loss became NaN at step 5; the weights are those before it\. Lower/,
    );
    expect(memory().numTensors).toBe(before);
  });
});

/** Data that end after so many steps. */
function stopAfter(steps: number): Pick<TrainOptions, 'data'> {
  return {
    data: Array.from({ length: steps }, (_, step) => ({
      ...tinyBatch(),
      images: tinyBatch().images.map((x, i) => x * Math.cos(step * i)),
    })),
  };
}
