import {
  memory,
  profile,
  type Scalar,
  sum,
  type Tensor2D,
  tensor2d,
  tidy,
  variableGrads,
  zeros,
} from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend';
import type { ClipConfig } from '../model/clip-config';
import { createClip } from '../model/create-clip';
import { differentiable } from '../ops/differentiable';
import { activationBytes } from './info';

beforeAll(async () => {
  await useBackend('cpu');
});

const tower = { width: 32, layers: 6, heads: 4 };
const config: ClipConfig = {
  embeddingSize: 8,
  image: { ...tower, imageSize: 32, patchSize: 8 },
  text: { ...tower, vocabularySize: 30, contextLength: 20 },
};
const tokens = (batch: number) =>
  tensor2d(
    Array.from({ length: batch }, () => [28, ...Array.from({ length: 18 }, (_, i) => i), 29]),
    undefined,
    'int32',
  );

it('is near what a forward pass takes at its peak', async () => {
  const model = createClip(config);
  const estimate = activationBytes(model.config, 'inference');
  // Of eight more inputs, so that the copies of weights that an op makes do not count.
  const peakOf = async (run: (batch: number) => Tensor2D) => {
    const before = memory().numBytes;
    const peaks: number[] = [];
    for (const batch of [1, 9]) {
      const { peakBytes } = await profile(() => tidy(() => run(batch)));
      peaks.push(peakBytes - before);
    }
    return (peaks[1]! - peaks[0]!) / 8;
  };
  const ratios = [
    (await peakOf((batch) => model.encodeImages(zeros([batch, 32, 32, 3])))) / estimate.image,
    (await peakOf((batch) => model.encodeTexts(tokens(batch)))) / estimate.text,
  ];
  for (const ratio of ratios) {
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.4);
  }
  model.dispose();
});

it('is near what a gradient keeps', () => {
  const model = createClip(config);
  const estimate = activationBytes(model.config, 'training');
  const before = memory().numBytes;
  let kept = 0;
  const total = (x: Tensor2D): Scalar =>
    differentiable<Scalar>([x], () => ({
      value: sum(x),
      gradient: () => {
        // Nothing of the backward pass is there yet, and all of the forward pass still is.
        kept = Math.max(kept, memory().numBytes - before);
        return [zeros(x.shape)];
      },
    }));
  const batch = 8;
  const { value, grads } = variableGrads(
    () => total(model.encodeImages(zeros([batch, 32, 32, 3]))),
    [...model.parameters.values()].filter(({ shape }) => shape.length > 0).slice(0, 3),
  );
  for (const x of [value, ...Object.values(grads)]) x.dispose();
  // Copies of weights that a step keeps do not grow with the batch, and are no part of the estimate.
  const weights = 4 * model.parameterCount;
  expect(kept / (batch * estimate.image + weights)).toBeGreaterThan(0.5);
  expect(kept / (batch * estimate.image + weights)).toBeLessThan(1.3);
  model.dispose();
});
