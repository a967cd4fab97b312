import { cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cementLoss } from '@slipform/cement-loss';
import { useWasmKernels } from '@slipform/tfjs-kernels';
import { memory, mul, tidy } from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useBackend } from '../../backend/use-backend';
import type { TrainBatch } from '../../gradients/train-batch';
import type { ClipModel } from '../../model/clip-model';
import { createClip } from '../../model/create-clip';
import { describeAboveOps, describeOnOne } from '../../testing/backends';
import { tinyBatch, tinyConfig } from '../../testing/tiny';
import { loadClip } from '../../weights/load-clip';
import { type AdamWOptions, adamW } from '../adamw';
import { trainClip } from '../train-clip';
import type { TrainData } from '../train-data';
import type { TrainOptions } from '../train-options';
import { type CheckpointEvent, type CheckpointOptions, checkpoint } from './checkpoint';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipform-checkpoints-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Another batch at each step. */
function batchAt(step: number): TrainBatch {
  const batch = tinyBatch();
  return { ...batch, images: batch.images.map((x, i) => x * Math.cos(step * i)) };
}

interface Run {
  readonly options?: Partial<TrainOptions> & { readonly checkpoint?: CheckpointOptions };
  readonly optimizer?: AdamWOptions;
  /** Stop after this step, as Ctrl-C does. */
  readonly stopAt?: number;
}

/** A run from the same start each time; returns its weights, and what it reported of checkpoints. */
async function run({ options: given = {}, optimizer: settings = {}, stopAt }: Run = {}) {
  const { checkpoint: saving, ...options } = given;
  const model = createClip(tinyConfig, { seed: 5 });
  const optimizer = adamW({ learningRate: 0.01, warmupSteps: 2, clipNorm: 1, ...settings });
  const events: CheckpointEvent[] = [];
  const control = new AbortController();
  try {
    const result = await trainClip({
      model,
      optimizer,
      data: batchAt,
      loss: (batch, { logitScale }) => cementLoss(batch, { logitScale }),
      steps: 9,
      signal: control.signal,
      ...options,
      observe: [
        checkpoint({ folder, every: 2, onEvent: (event) => events.push(event), ...saving }),
        ({ step }) => {
          if (step === stopAt) control.abort();
        },
      ],
    });
    return { ...result, events, weights: bits(model) };
  } finally {
    optimizer.dispose();
    model.dispose();
  }
}

/** The weights as text, which Vitest compares at once. */
const bits = (model: ClipModel) =>
  [...model.parameters.values()].map((x) =>
    Buffer.from(Float32Array.from(x.dataSync()).buffer).toString('base64'),
  );

it('a run whose lock another has taken over says so, and not what is missing by its hand', async () => {
  await useBackend('cpu');
  const own = adamW({ learningRate: 0.01 });
  const state = own.state!.bind(own);
  const stolen: typeof state = async () => {
    const lock = join(folder, 'checkpoints.lock');
    await writeFile(lock, (await readFile(lock, 'utf8')).replace(/"token":"[^"]*"/, '"token":"theirs"'));
    for (const name of await readdir(folder)) {
      if (name.startsWith('.step-')) await rm(join(folder, name), { recursive: true });
    }
    return state();
  };
  const optimizer = Object.assign(Object.create(own), { state: stolen });
  await expect(run({ options: { optimizer } })).rejects.toThrow(
    /^another process has taken over the checkpoints in /,
  );
  own.dispose();
});

describeAboveOps('checkpoints', () => {
  it('a stopped and resumed run equals the unbroken one bit for bit', () => equalsUnbroken(() => batchAt));

  it('equals it with gradient caching and a frozen tower too', async () => {
    const options = { microBatch: 3, trainable: ['!vision_model.*'] };
    const unbroken = await run({ options: { ...options, checkpoint: { folder: join(folder, 'a') } } });
    await run({ options, stopAt: 5 });
    const resumed = await run({ options: { ...options, resume: true } });
    expect(resumed.weights).toEqual(unbroken.weights);
  });
});

async function equalsUnbroken(data: () => TrainData): Promise<void> {
  const before = memory().numTensors;
  const unbroken = await run({ options: { data: data(), checkpoint: { folder: join(folder, 'a') } } });
  expect(unbroken).toMatchObject({ steps: 9, aborted: false });
  const there = { checkpoint: { folder: join(folder, 'b') } };
  expect(await run({ options: { data: data(), ...there }, stopAt: 3 })).toMatchObject({
    steps: 3,
    aborted: true,
  });
  const again = (stopAt?: number) =>
    run({ options: { data: data(), ...there, resume: true }, ...(stopAt !== undefined && { stopAt }) });
  await again(6);
  const resumed = await again();
  expect(resumed.weights).toEqual(unbroken.weights);
  expect(resumed.loss).toBe(unbroken.loss);
  // A run that is over trains no more.
  expect(await again()).toMatchObject({ steps: 9, loss: unbroken.loss, weights: unbroken.weights });
  expect(memory().numTensors).toBe(before);
}

describeOnOne('a checkpoint', () => {
  it.each<[string, () => TrainData]>([
    [
      'batchesFrom',
      () => ({
        *batchesFrom(step: number) {
          for (let at = step; ; at++) yield batchAt(at);
        },
      }),
    ],
    ['an iterable', () => Array.from({ length: 9 }, (_, step) => batchAt(step))],
  ])('of data in another form than a function goes on bit for bit: %s', (_, data) => equalsUnbroken(data));

  it('of a run of low rank goes on bit for bit, and is loaded with its changes in the matrices', async () => {
    const options = { rank: 3, trainable: ['text_*'] };
    const unbroken = await run({ options: { ...options, checkpoint: { folder: join(folder, 'a') } } });
    await run({ options, stopAt: 5 });
    const resumed = await run({ options: { ...options, resume: true } });
    expect(resumed.weights).toEqual(unbroken.weights);
    const over = await run({ options: { ...options, resume: true } });
    expect(over.weights).toEqual(unbroken.weights);
    const model = await loadClip(join(folder, 'step-00000009'));
    expect(bits(model)).toEqual(unbroken.weights);
    model.dispose();
    await expect(run({ options: { ...options, rank: 4, resume: true } })).rejects.toThrow(
      'rank is 4 now and was 3 there',
    );
    const { rank: _, ...whole } = options;
    await expect(run({ options: { ...whole, resume: true } })).rejects.toThrow('cannot go on from');
  });

  it('is a model folder with the optimiser’s state and a digest of each file; the last ones are kept', async () => {
    const { events, weights } = await run({ options: { checkpoint: { folder, every: 2, keep: 2 } } });
    expect((await readdir(folder)).sort()).toEqual(['step-00000008', 'step-00000009']);
    expect(events.map(({ kind }) => kind)).toEqual(Array(5).fill('saved'));
    const last = join(folder, 'step-00000009');
    expect((await readdir(last)).sort()).toEqual([
      'config.json',
      'model.safetensors',
      'optimizer.safetensors',
      'state.json',
    ]);
    const state = JSON.parse(await readFile(join(last, 'state.json'), 'utf8'));
    expect(state).toMatchObject({ step: 9, optimizer: { step: 9 }, identity: { steps: 9 } });
    const model = await loadClip(last);
    expect(bits(model)).toEqual(weights);
    model.dispose();
  });

  it('that is damaged is skipped for the one before, and reported', async () => {
    const unbroken = await run({ options: { checkpoint: { folder: join(folder, 'a') } } });
    const damages: [string, (last: string) => Promise<void>, RegExp][] = [
      ['cut', (last) => truncate(join(last, 'model.safetensors'), 1000), /has 1000 bytes, expected \d+/],
      ['flipped', flipLastByte, /optimizer\.safetensors has other content/],
      ['no state', (last) => rm(join(last, 'state.json')), /no state\.json in .*not finished/],
      ['half a state', (last) => truncate(join(last, 'state.json'), 40), /state\.json must be JSON/],
      ['other state', (last) => writeFile(join(last, 'state.json'), '{"format":1}'), /no valid format/],
      ['no weights', (last) => rm(join(last, 'model.safetensors')), /ENOENT/],
    ];
    const whole = join(folder, 'whole');
    await run({ options: { checkpoint: { folder: whole } }, stopAt: 5 });
    for (const [name, damage, reason] of damages) {
      const saving = { folder: join(folder, name), every: 2 };
      await cp(whole, saving.folder, { recursive: true });
      await damage(join(saving.folder, 'step-00000005'));
      const events: CheckpointEvent[] = [];
      const onEvent = (event: CheckpointEvent) => events.push(event);
      const resumed = await run({ options: { checkpoint: { ...saving, onEvent }, resume: true } });
      expect(events.slice(0, 2), name).toMatchObject([
        { kind: 'skipped', reason: expect.stringMatching(reason) },
        { kind: 'resumed', step: 4 },
      ]);
      expect(resumed.weights, name).toEqual(unbroken.weights);
    }
  });

  it('goes on with the model that was read from it, whose config has its keys in another order', async () => {
    const unbroken = await run({ options: { checkpoint: { folder: join(folder, 'unbroken') } } });
    await run({ stopAt: 4 });
    const model = await loadClip(join(folder, 'step-00000004'));
    await run({ options: { model, resume: true } });
    expect(bits(model)).toEqual(unbroken.weights);
    model.dispose();
  });

  it('is refused if none is good, and if the run is another', async () => {
    await run({ stopAt: 4 });
    const resume = (options: Run['options'], optimizer: AdamWOptions = {}) =>
      run({ options: { ...options, resume: true }, optimizer });
    await expect(resume({ steps: 12 })).rejects.toThrow(
      /^trainClip: the run cannot go on from \S+step-00000004: steps is 12 now and was 9 there;/,
    );
    await expect(resume({}, { learningRate: 1 })).rejects.toThrow(
      /optimizer\.learningRate is 1 now and was 0\.01 there/,
    );
    await expect(resume({ microBatch: 4 })).rejects.toThrow(/microBatch is 4 now and was "none" there/);
    await expect(resume({ trainable: '!logit_scale' })).rejects.toThrow(/trainable differs/);
    await expect(resume({ checkpoint: { folder, identity: { seed: 3 } } })).rejects.toThrow(
      /seed is 3 now and was absent there/,
    );
    await expect(run()).rejects.toThrow(
      /holds checkpoints of a run already \(the last at step 4\); resume it \(--resume\)/,
    );
    for (const name of await readdir(folder)) await rm(join(folder, name, 'config.json'));
    await expect(resume({})).rejects.toThrow(/none of the 2 checkpoints in \S+ can be read \(ENOENT/);
    const anew = await run({ options: { overwrite: true, steps: 1 } });
    expect(anew.steps).toBe(1);
    expect(await readdir(folder)).toEqual(['step-00000001']);
  });

  it('asks for an optimiser that can be saved, and for options in range', async () => {
    const model = createClip(tinyConfig);
    const options: TrainOptions = {
      model,
      optimizer: { update: () => 0, dispose() {} },
      data: batchAt,
      loss: (batch, { logitScale }) => cementLoss(batch, { logitScale }),
      steps: 1,
    };
    await expect(trainClip({ ...options, observe: [checkpoint({ folder })] })).rejects.toThrow(
      /needs an optimizer with state\(\) and restore\(\), and this one has no state\(\); add it, or use adamW/,
    );
    await expect(trainClip({ ...options, resume: true })).rejects.toThrow(
      /resume needs a checkpoint to go on from; add checkpoint/,
    );
    const misspelt: object = { folder, evry: 3 };
    const refused: [object, RegExp][] = [
      [{ folder, every: 0 }, /^checkpoint: every must be an integer of at least 1, got 0/],
      [{ folder: '' }, /^checkpoint: folder must be the path of a folder, got ""/],
      [misspelt, /^checkpoint: there is no option "evry"/],
    ];
    for (const [wrong, message] of refused) {
      expect(() => checkpoint(wrong as CheckpointOptions)).toThrow(message);
    }
    model.dispose();
  });

  it('outlives a loss and a gradient that are not finite, and is named', async () => {
    const before = memory().numTensors;
    const broken = (step: number) => {
      const batch = batchAt(step);
      return step < 5 ? batch : { ...batch, images: tinyBatch().images.fill(Number.NaN) };
    };
    await expect(run({ options: { data: broken } })).rejects.toThrow(
      /loss became NaN at step 6; the weights are those before it; the last good checkpoint is \S+step-00000004\. Lower/,
    );
    expect((await readdir(folder)).sort()).toEqual(['step-00000002', 'step-00000004']);
    expect(memory().numTensors).toBe(before);
  });

  it('is not made of weights that are not finite', async () => {
    const model = createClip(tinyConfig);
    const inner = adamW();
    const diverging = {
      ...inner,
      update(...[parameters, gradients, options]: Parameters<typeof inner.update>) {
        const rate = inner.update(parameters, gradients, options);
        const projection = parameters.get('text_projection.weight')!;
        tidy(() => projection.assign(mul(projection, Number.NaN)));
        return rate;
      },
    };
    const failed = trainClip({
      model,
      optimizer: diverging,
      data: batchAt,
      loss: (batch, { logitScale }) => cementLoss(batch, { logitScale }),
      steps: 4,
      observe: [checkpoint({ folder, every: 1 })],
    });
    await expect(failed).rejects.toThrow(
      /the parameter text_projection\.weight holds NaN after step 1, so that no checkpoint/,
    );
    expect(await readdir(folder)).toEqual([]);
    inner.dispose();
    model.dispose();
  });
});

describe('a checkpoint on wasm', () => {
  it('says which kernels it was made with, and goes on with these alone', async () => {
    await useBackend('wasm');
    const saved = async () => JSON.parse(await readFile(join(folder, 'step-00000003', 'state.json'), 'utf8'));
    const kernels = await useWasmKernels({ relaxed: false });
    await run({ stopAt: 3 });
    expect(await saved()).toMatchObject({ backend: 'wasm', kernels: 'simd' });
    kernels.remove();
    await expect(run({ options: { resume: true } })).rejects.toThrow(
      /^trainClip: the run cannot go on from \S+step-00000003: kernels on wasm is "none" now and was "simd" there; resume with/,
    );
    // Another backend is only reported.
    await useBackend('cpu');
    const { events } = await run({ options: { resume: true } });
    expect(events[0]).toMatchObject({ kind: 'resumed', backend: 'wasm' });
    await useBackend('wasm');
    await run({ stopAt: 3, options: { overwrite: true } });
    expect(await saved()).toMatchObject({ kernels: 'none' });
    await useBackend('cpu');
    await run({ stopAt: 3, options: { overwrite: true } });
    expect(await saved()).toMatchObject({ backend: 'cpu', kernels: null });
  });
});

async function flipLastByte(last: string): Promise<void> {
  const file = join(last, 'optimizer.safetensors');
  const bytes = await readFile(file);
  bytes[bytes.length - 1]! ^= 1;
  await writeFile(file, bytes);
}
