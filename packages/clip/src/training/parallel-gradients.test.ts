import { noise } from '@slipform/kit/testing/check-gradient';
import { relativeError } from '@slipform/kit/testing/relative-error';
import { dispose, memory, mul, scalar, type Tensor, tensor4d, tidy } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { directGradients, innerProducts, type TrainLoss } from '../gradients/batch-gradients';
import type { TrainBatch } from '../gradients/train-batch';
import type { ClipModel } from '../model/clip-model';
import { createClip } from '../model/create-clip';
import { addFactors, mergeFactors } from '../model/low-rank';
import { isFactor } from '../model/parameters';
import { describeWithWorkers } from '../testing/backends';
import { tinyConfig } from '../testing/tiny';
import {
  edited,
  hard,
  images,
  padded,
  pairs,
  texts,
  trainableCases,
  trainCases,
} from '../testing/train-cases';
import { keptWorkers } from '../testing/worker-file';
import { TrainingWorkers } from '../workers/training-workers';
import { parallelGradients } from './parallel-gradients';
import { setTrainable } from './trainable';

const flat = (gradients: ReadonlyMap<string, Tensor>) =>
  [...gradients.values()].flatMap((x) => Array.from(x.dataSync()));

describeWithWorkers('parallelGradients', () => {
  const create = keptWorkers();

  /** Workers for a test, which end with it and must have kept no tensor. */
  async function withWorkers(
    model: ClipModel,
    count: number,
    use: (workers: TrainingWorkers) => Promise<void>,
  ) {
    const workers = await TrainingWorkers.open(model, { count, create });
    try {
      await use(workers);
    } finally {
      await workers.close();
    }
  }

  /** Loss and gradients of one thread. */
  function directly(model: ClipModel, batch: TrainBatch, loss: TrainLoss) {
    const direct = directGradients(model, batch, loss, false);
    const found = {
      names: [...direct.gradients.keys()],
      gradients: flat(direct.gradients),
      loss: direct.loss.dataSync(),
    };
    direct.free();
    return found;
  }

  /** Largest errors of loss and gradients against one thread's; the workers' tensors are counted. */
  async function difference(
    workers: TrainingWorkers,
    model: ClipModel,
    batch: TrainBatch,
    loss: TrainLoss,
    {
      microBatch,
      direct,
      parameters = model.parameters.size,
    }: {
      microBatch?: number | undefined;
      direct?: ReturnType<typeof directly>;
      parameters?: number;
    } = {},
  ): Promise<number> {
    const expected = direct ?? directly(model, batch, loss);
    const parallel = await parallelGradients(workers, model, batch, loss, microBatch);
    expect([...parallel.gradients.keys()]).toEqual(expected.names);
    const errors = [
      relativeError(flat(parallel.gradients), expected.gradients),
      relativeError(parallel.loss.dataSync(), expected.loss),
      Math.abs(parallel.squaredNorm! / expected.gradients.reduce((sum, x) => sum + x * x, 0) - 1),
    ];
    parallel.free();
    for (let i = 0; i < workers.pool.count; i++) {
      expect((await workers.pool.run(i, 'memory', {})).numTensors).toBe(parameters);
    }
    return Math.max(...errors);
  }

  it('equals the direct gradient with three workers', async () => {
    const model = createClip(tinyConfig, { seed: 1 });
    const before = memory().numTensors;
    await withWorkers(model, 3, async (workers) => {
      for (const [name, batch, loss] of trainCases) {
        const direct = directly(model, batch, loss);
        for (const microBatch of [undefined, 2]) {
          const given = { microBatch, direct };
          const error = await difference(workers, model, batch, loss, given);
          expect(error, `${name}, ${microBatch}`).toBeLessThan(1e-5);
        }
      }
    });
    expect(memory().numTensors).toBe(before);
    model.dispose();
  });

  it('equals it with low rank on embeddings, and leaves the image tower with this thread', async () => {
    const model = createClip(tinyConfig, { seed: 1 });
    const pixels = () => tensor4d(images, [pairs, 8, 8, 3]);
    const imageEmbeddings = tidy(() => model.encodeImages(pixels()).dataSync() as Float32Array).slice();
    const restore = setTrainable(model, 'text_*');
    addFactors(model, 3);
    for (const [name, x] of model.parameters) if (isFactor(name)) tidy(() => x.assign(noise(x.shape, 1)));
    const { images: _, ...rest } = hard;
    const batch = { ...rest, imageEmbeddings };
    const [, , loss] = trainCases[1]!;
    const direct = directly(model, { ...rest, images }, loss);
    const needed = [...model.parameters.keys()].filter((name) => !name.startsWith('vis')).length;
    await withWorkers(model, 2, async (workers) => {
      for (const microBatch of [undefined, 2]) {
        const given = { microBatch, direct, parameters: needed };
        expect(await difference(workers, model, batch, loss, given)).toBeLessThan(1e-5);
      }
    });
    mergeFactors(model);
    restore();
    model.dispose();
  });

  it.each(trainableCases)('equals it with %s', async (_, rule) => {
    const model = createClip(tinyConfig, { seed: 1 });
    const restore = setTrainable(model, rule);
    const [, batch, loss] = trainCases[4]!;
    await withWorkers(model, 2, async (workers) => {
      expect(await difference(workers, model, batch, loss)).toBeLessThan(1e-5);
    });
    restore();
    model.dispose();
  });

  it('equals it on tensors, which stay the caller’s', async () => {
    const model = createClip(tinyConfig, { seed: 1 });
    const tensors = { images: tensor4d(images, [pairs, 8, 8, 3]), tokens: padded(texts(2)) };
    await withWorkers(model, 2, async (workers) => {
      const given = { microBatch: 3 };
      expect(
        await difference(workers, model, { ...edited, ...tensors }, trainCases[3]![2], given),
      ).toBeLessThan(1e-5);
    });
    expect(tensors.images.isDisposed || tensors.tokens.isDisposed).toBe(false);
    dispose(Object.values(tensors));
    model.dispose();
  });

  it('takes over weights that change between steps, and trains a batch of fewer pairs than workers', async () => {
    const model = createClip(tinyConfig, { seed: 1 });
    await withWorkers(model, 4, async (workers) => {
      const small = { images: images.slice(0, 2 * 192), tokens: texts(2).slice(0, 2) };
      for (const batch of [hard, small, hard]) {
        for (const [, variable] of model.parameters) {
          tidy(() => variable.assign(mul(variable, 0.9)));
        }
        expect(await difference(workers, model, batch, trainCases[0]![2])).toBeLessThan(1e-5);
      }
    });
    model.dispose();
  });

  it('goes on where a loss does not depend on what workers wait for', async () => {
    const model = createClip(tinyConfig, { seed: 1 });
    await withWorkers(model, 2, async (workers) => {
      const ofScale: TrainLoss = (_, { logitScale }) => innerProducts([[logitScale, scalar(2)]]);
      for (const loss of [ofScale, trainCases[0]![2]])
        expect(await difference(workers, model, hard, loss)).toBeLessThan(1e-5);
    });
    model.dispose();
  });

  it('shows the mistake of a batch, of a loss and of a worker as one thread does', async () => {
    const model = createClip(tinyConfig);
    const before = memory().numTensors;
    const step = (batch: TrainBatch, loss: TrainLoss) =>
      withWorkers(model, 2, async (workers) => {
        await parallelGradients(workers, model, batch, loss, undefined);
      });
    const loss = trainCases[1]![2];
    await expect(step({ ...hard, tokens: [] }, loss)).rejects.toThrow(/tokens must not be empty/);
    await expect(step({ ...hard, tokens: texts(2).map(() => [18, 99, 19]) }, loss)).rejects.toThrow(
      /tokens must lie in \[0, 19\], got 99/,
    );
    const broken = () => {
      throw new Error('broken loss');
    };
    await expect(step(hard, broken)).rejects.toThrow('broken loss');
    expect(memory().numTensors).toBe(before);
    model.dispose();
  });
});
