import { cementLoss, infoNceLoss } from '@slipform/cement-loss';
import { valuesOf } from '@slipform/kit/testing/read';
import { relativeError } from '@slipform/kit/testing/relative-error';
import { concat, dispose, memory, type Rank, reshape, type Tensor, tensor4d } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import type { ClipModel } from '../model/clip-model';
import { createClip } from '../model/create-clip';
import { describeAboveOps } from '../testing/backends';
import { stemConfig, tinyConfig } from '../testing/tiny';
import {
  concreteness,
  hard,
  images,
  padded,
  pairs,
  plain,
  texts,
  trainableCases,
  trainCases,
} from '../testing/train-cases';
import { setTrainable } from '../training/trainable';
import { cachedGradients, directGradients, type TrainLoss } from './batch-gradients';
import type { TrainBatch } from './train-batch';

const flat = (gradients: ReadonlyMap<string, Tensor>) =>
  valuesOf(() => concat([...gradients.values()].map((x) => reshape<Rank.R1>(x, [x.size]))));

/**
 * Largest error of any gradient, relative to the largest entry of all of them; and of the loss; of one micro-batch size or
 * several.
 */
async function difference(model: ClipModel, batch: TrainBatch, loss: TrainLoss, ...sizes: number[]) {
  const direct = directGradients(model, batch, loss, false);
  const [gradients, value] = [await flat(direct.gradients), await direct.loss.data()];
  const errors: number[] = [];
  for (const microBatch of sizes) {
    const cached = cachedGradients(model, batch, loss, microBatch);
    expect([...cached.gradients.keys()]).toEqual([...direct.gradients.keys()]);
    errors.push(relativeError(await flat(cached.gradients), gradients));
    errors.push(relativeError(await cached.loss.data(), value));
    cached.free();
  }
  direct.free();
  return Math.max(...errors);
}

describeAboveOps('cachedGradients', () => {
  it.each(trainCases)('equals the direct gradient: %s', async (_, batch, loss) => {
    const model = createClip(tinyConfig, { seed: 1 });
    const before = memory().numTensors;
    expect(await difference(model, batch, loss, 1, 4, pairs, 100)).toBeLessThan(1e-5);
    expect(memory().numTensors).toBe(before);
    model.dispose();
  });

  it('equals it with a stem of convolutions, trained or not', async () => {
    const model = createClip(stemConfig, { seed: 1 });
    const [, batch, loss] = trainCases[4]!;
    for (const rule of [undefined, ['!*.stem.*'], ['*.stem.0.bias'], '*_projection.weight']) {
      const restore = setTrainable(model, rule);
      const before = memory().numTensors;
      expect(await difference(model, batch, loss, 4)).toBeLessThan(1e-5);
      expect(memory().numTensors).toBe(before);
      restore();
    }
    model.dispose();
  });

  it('takes tensors, which stay the caller’s', async () => {
    const model = createClip(tinyConfig, { seed: 1 });
    const before = memory().numTensors;
    const first = padded(texts(2));
    const second = padded(texts(3));
    const pixels = tensor4d(images, [pairs, 8, 8, 3]);
    const batch = { images: pixels, tokens: first, hardTokens: second, concreteness };
    expect(await difference(model, batch, (x, options) => cementLoss(x, options), 5)).toBeLessThan(1e-5);
    expect(pixels.isDisposed || first.isDisposed || second.isDisposed).toBe(false);
    dispose([pixels, first, second]);
    expect(memory().numTensors).toBe(before);
    model.dispose();
  });

  it.each(trainableCases)('equals it with %s', async (_, rule) => {
    const model = createClip(tinyConfig, { seed: 1 });
    const restore = setTrainable(model, rule);
    const before = memory().numTensors;
    for (const [, batch, loss] of trainCases) {
      expect(await difference(model, batch, loss, 4)).toBeLessThan(1e-5);
    }
    expect(memory().numTensors).toBe(before);
    restore();
    model.dispose();
  });

  it('leaks nothing when the loss throws', () => {
    const model = createClip(tinyConfig);
    const before = memory().numTensors;
    const broken = () => {
      throw new Error('broken loss');
    };
    expect(() => cachedGradients(model, hard, broken, 4)).toThrow('broken loss');
    const wrong = { ...hard, tokens: texts(2).map(() => [18, 99, 19]) };
    expect(() => cachedGradients(model, wrong, trainCases[1]![2], 4)).toThrow(/tokens must lie in \[0, 19\]/);
    expect(memory().numTensors).toBe(before);
    model.dispose();
  });

  it('keeps nothing on the tape for what is frozen', () => {
    const model = createClip(tinyConfig);
    const peak = (rule: string[] | undefined): number => {
      const restore = setTrainable(model, rule);
      let most = 0;
      const loss: TrainLoss = (batch, options) => {
        most = memory().numTensors;
        return infoNceLoss(batch, options);
      };
      directGradients(model, plain, loss, false).free();
      restore();
      return most;
    };
    const none = peak(['logit_scale']);
    expect(peak(undefined) - none).toBeGreaterThan(50);
    expect(peak(['*_projection.weight']) - none).toBeLessThan(10);
    model.dispose();
  });
});
