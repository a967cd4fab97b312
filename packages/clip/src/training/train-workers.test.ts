import { cementLoss } from '@slipform/cement-loss';
import { InputError } from '@slipform/kit/errors/input-error';
import { relativeError } from '@slipform/kit/testing/relative-error';
import { memory } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import type { ClipModel } from '../model/clip-model';
import { createClip } from '../model/create-clip';
import { describeWithWorkers } from '../testing/backends';
import { stemConfig, tinyBatch, tinyConfig } from '../testing/tiny';
import { keptWorkers, sourceWorkers } from '../testing/worker-file';
import { adamW } from './adamw';
import { trainClip } from './train-clip';
import type { TrainOptions } from './train-options';

const weights = (model: ClipModel) => [...model.parameters.values()].flatMap((x) => Array.from(x.dataSync()));

/** Batches of unlike sizes, so that regions grow and are used again. */
const data = (step: number) => tinyBatch(3 + ((step * 5) % 8));

describeWithWorkers('trainClip with workers', () => {
  const create = keptWorkers();
  const mortal = sourceWorkers();

  async function run(options: Partial<TrainOptions> = {}, config = tinyConfig) {
    const model = createClip(config, { seed: 5 });
    const optimizer = adamW({ learningRate: 3e-3, clipNorm: 0.5 });
    const figures: number[] = [];
    try {
      await trainClip({
        model,
        optimizer,
        data,
        loss: (batch, given) => cementLoss(batch, given),
        steps: 6,
        ...options,
        observe: [
          ({ loss, gradientNorm }) => void figures.push(loss, gradientNorm),
          ...(options.observe ?? []),
        ],
      });
      return { figures, weights: weights(model) };
    } finally {
      optimizer.dispose();
      model.dispose();
    }
  }

  it('has the losses of one thread over six steps, the same bytes each time, and leaks nothing', async () => {
    const before = memory().numTensors;
    const alone = await run();
    const two = await run({ workers: { count: 2, create } });
    expect(relativeError(two.figures, alone.figures)).toBeLessThan(1e-5);
    expect(relativeError(two.weights, alone.weights)).toBeLessThan(1e-4);
    expect(await run({ workers: { count: 2, create } })).toEqual(two);
    const inPieces = await run({ workers: { count: 3, create }, microBatch: 2 });
    expect(relativeError(inPieces.figures, alone.figures)).toBeLessThan(1e-5);
    expect(memory().numTensors).toBe(before);
  });

  it('has the losses of one thread with a stem of convolutions', async () => {
    const alone = await run({ steps: 4 }, stemConfig);
    const two = await run({ steps: 4, workers: { count: 2, create } }, stemConfig);
    expect(relativeError(two.figures, alone.figures)).toBeLessThan(1e-5);
    expect(relativeError(two.weights, alone.weights)).toBeLessThan(1e-4);
  });

  it('ends its workers when the loss throws', async () => {
    let ended = 0;
    const counted = () => {
      const worker = mortal();
      worker.on('exit', () => {
        ended++;
      });
      return worker;
    };
    const broken = () => {
      throw new InputError('broken loss');
    };
    await expect(run({ loss: broken, workers: { count: 2, create: counted } })).rejects.toThrow(
      'broken loss',
    );
    expect(ended).toBe(2);
  });
});
