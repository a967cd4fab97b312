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
import { activationBytes } from './activation-memory';

beforeAll(async () => {
  await useBackend('cpu');
});

const tower = { width: 32, layers: 6, heads: 4 };
const config: ClipConfig = {
  embeddingSize: 8,
  image: { ...tower, imageSize: 32, patchSize: 8 },
  text: { ...tower, vocabularySize: 30, contextLength: 20 },
};
const tokens = () => tensor2d([[28, ...Array.from({ length: 18 }, (_, i) => i), 29]], undefined, 'int32');

it('is near what a forward pass takes at its peak', async () => {
  const model = createClip(config);
  const estimate = activationBytes(model.config, 'inference');
  const peak = async (run: () => Tensor2D) => {
    const before = memory().numBytes;
    const { peakBytes } = await profile(() => tidy(run));
    return peakBytes - before;
  };
  const image = await peak(() => model.encodeImages(zeros([1, 32, 32, 3])));
  const text = await peak(() => model.encodeTexts(tokens()));
  expect(image / estimate.image).toBeGreaterThan(0.5);
  expect(image / estimate.image).toBeLessThan(1.3);
  expect(text / estimate.text).toBeGreaterThan(0.5);
  expect(text / estimate.text).toBeLessThan(1.3);
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
