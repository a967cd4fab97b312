import { cementLoss, infoNceLoss } from '@slipform/cement-loss';
import { relativeError } from '@slipform/kit/testing/relative-error';
import { dispose, memory, type Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend';
import { cachedGradients, directGradients, type TrainLoss } from '../gradients/batch-gradients';
import type { TrainBatch } from '../gradients/train-batch';
import type { ClipConfig } from '../model/clip-config';
import { createClip } from '../model/create-clip';
import { adamW } from '../training/adamw';
import { trainClip } from '../training/train-clip';
import { stemConfig, tinyBatch, tinyConfig } from './tiny';

const { images, tokens, hardTokens, concreteness } = tinyBatch();
const hardImages = images.map((x) => Math.sin(5 * x));

type Case = readonly [name: string, batch: TrainBatch, loss: TrainLoss, config?: ClipConfig];

/** An image tower behind convolutions. */
export const stem: Case = [
  'a stem of convolutions',
  tinyBatch(),
  (batch, options) => cementLoss(batch, options),
  stemConfig,
];

/** A batch and a loss of each layout, holes and groups among them. */
export const layouts: readonly Case[] = [
  ['captions', tinyBatch(), (batch, options) => cementLoss(batch, options)],
  ['no hard caption', { images, tokens }, (batch, options) => infoNceLoss(batch, options)],
  [
    'two hard captions each',
    {
      ...{ images, tokens, hardTokens: hardTokens.map((ids, i) => [ids, tokens[(i + 1) % 8]!]) },
      ...{ concreteness: concreteness.map((rating) => [rating, 2]), valid: tokens.map((_, i) => [1, i % 2]) },
      groups: tokens.map((_, i) => Math.floor(i / 2)),
    },
    (batch, options) => cementLoss(batch, options),
  ],
  [
    'triplet',
    { ...tinyBatch(), hardImages },
    (batch, options) => cementLoss(batch, { ...options, layout: 'triplet' }),
  ],
  [
    'paired',
    { ...tinyBatch(), hardImages },
    (batch, options) => cementLoss(batch, { ...options, layout: 'paired' }),
  ],
];

/** Loss and gradients at the start, at once and in micro-batches, and the loss after nine steps. */
async function tenSteps([, batch, loss, config = tinyConfig]: Case) {
  const before = memory().numTensors;
  const model = createClip(config);
  const read = async (tensors: Iterable<readonly [string, Tensor]>) => {
    const values = new Map<string, Float32Array>();
    for (const [name, x] of tensors) values.set(name, Float32Array.from(await x.data()));
    return values;
  };
  const direct = directGradients(model, batch, loss, false);
  const start = (await direct.loss.data())[0]!;
  const slopes = await read(direct.gradients);
  direct.free();
  const inPieces = cachedGradients(model, batch, loss, 5);
  const cached = await read(inPieces.gradients);
  inPieces.free();
  const optimizer = adamW({ learningRate: 1e-2, clipNorm: 1 });
  const trained = await trainClip({ model, optimizer, data: () => batch, loss, steps: 10 });
  optimizer.dispose();
  dispose([...model.parameters.values()]);
  return { start, slopes, cached, later: trained.loss, leaked: memory().numTensors - before };
}

/** What cpu finds, by the case's name: the same for each backend. */
const onCpu = new Map<string, ReturnType<typeof tenSteps>>();

/** Training in some layouts on a backend, beside cpu. */
export function describeParity(backend: string, chosen = layouts): void {
  const named = chosen.map((each) => ({ name: each[0], each }));
  describe.each(named)(`training on ${backend}, $name`, ({ name, each }) => {
    let expected: Awaited<ReturnType<typeof tenSteps>>;
    beforeAll(async () => {
      await useBackend('cpu');
      const found = onCpu.get(name) ?? tenSteps(each);
      onCpu.set(name, found);
      expected = await found;
      await useBackend(backend);
    });

    it('has the loss and the gradients of cpu, and leaks nothing', async () => {
      const found = await tenSteps(each);
      expect(Math.abs(found.start / expected.start - 1)).toBeLessThan(1e-3);
      expect(Math.abs(found.later / expected.later - 1)).toBeLessThan(5e-3);
      const largest = Math.max(...[...expected.slopes.values()].flatMap((x) => [...x].map(Math.abs)));
      for (const [name, slope] of expected.slopes) {
        const error = relativeError([...found.slopes.get(name)!, largest], [...slope, largest]);
        expect(error, name).toBeLessThan(1e-3);
        const inPieces = relativeError([...found.cached.get(name)!, largest], [...slope, largest]);
        expect(inPieces, `${name}, cached`).toBeLessThan(1e-3);
      }
      expect(found.leaked).toBe(0);
    });
  });
}
