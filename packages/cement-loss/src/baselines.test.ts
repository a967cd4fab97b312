import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import {
  dispose,
  keep,
  memory,
  scalar,
  setBackend,
  type Tensor,
  tensor,
  tensor2d,
  tidy,
  train,
  valueAndGrads,
  variable,
} from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  ceClipLoss,
  ceClipThresholds,
  cementLoss,
  decoupledLoss,
  hnNceLoss,
  infoNceLoss,
  negClipLoss,
  noMargin,
  sigLipLoss,
  tripletClipLoss,
} from './index';
import { formulaLogits, thresholdsOf } from './testing/baseline-formulas';
import { errorsOf } from './testing/errors-of';
import { distance } from './testing/golden';
import { lossCases, type Ours } from './testing/loss-registry';
import { randomBatch } from './testing/random-batch';

describe.each(['cpu', 'wasm'])('the baselines against their formulas in float64, on %s', (backend) => {
  beforeAll(async () => {
    expect(await setBackend(backend)).toBe(true);
  });

  it.each(lossCases)('%s, dense and in chunks', async (_, lossCase) => {
    await fc.assert(
      fc.asyncProperty(
        randomBatch,
        fc.integer({ min: 1, max: 6 }),
        fc.boolean(),
        async (drawn, chunk, named) => {
          const batch = named ? drawn : { ...drawn, textIds: undefined };
          const before = memory().numTensors;
          for (const chunkSize of [undefined, chunk]) {
            expect(Math.max(...(await errorsOf(lossCase, batch, chunkSize)))).toBeLessThan(1);
          }
          expect(memory().numTensors).toBe(before);
        },
      ),
      { numRuns: 25, seed: 0 },
    );
  });
});

describe('limits in which one loss is another', () => {
  const wave = (rows: number, phase: number): number[][] =>
    Array.from({ length: rows }, (_, i) =>
      Array.from({ length: 5 }, (_, d) => Math.sin(phase + 1.7 * i + 2.3 * d * (i + 1))),
    );
  const batch = {
    images: wave(5, 0.2),
    captions: wave(5, 1.1),
    hardCaptions: wave(5, 2.4),
    hardImages: wave(5, 3.9),
    valid: [1, 1, 0, 1, 1],
    groups: ['a', 'b', 'a', 'c', 'd'],
  };
  const read = (loss: () => Tensor): number => tidy(() => loss().dataSync()[0] ?? Number.NaN);
  const same = (a: () => Tensor, b: () => Tensor) => expect(read(a)).toBeCloseTo(read(b), 5);

  beforeAll(async () => {
    await setBackend('cpu');
  });

  it('HN-NCE with α = 1, β = 0 is InfoNCE, and NegCLIP with hard captions', () => {
    same(
      () => hnNceLoss(batch, { beta: 0 }),
      () => infoNceLoss(batch),
    );
    same(
      () => hnNceLoss(batch, { beta: 0, useHardCaptions: true }),
      () => negClipLoss(batch),
    );
  });

  it('HN-NCE with α = 0, β = 0 is the decoupled loss, and tends to it for β → 0', () => {
    same(
      () => hnNceLoss(batch, { alpha: 0, beta: 0 }),
      () => decoupledLoss(batch),
    );
    same(
      () => hnNceLoss(batch, { alpha: 0, beta: 1e-6 }),
      () => decoupledLoss(batch),
    );
  });

  it('TripletCLIP and NegCLIP are Cement without a margin', () => {
    same(
      () => tripletClipLoss(batch),
      () => cementLoss(batch, { margin: noMargin(), layout: 'triplet' }),
    );
    same(
      () => negClipLoss(batch),
      () => cementLoss(batch, { margin: noMargin() }),
    );
  });

  it('CE-CLIP without its rank loss is NegCLIP, or InfoNCE', () => {
    same(
      () => ceClipLoss(batch, { rankWeight: 0 }),
      () => negClipLoss(batch),
    );
    same(
      () => ceClipLoss(batch, { rankWeight: 0, useHardCaptions: false }),
      () => infoNceLoss(batch),
    );
  });

  it("CE-CLIP's thresholds are the mean lead of true captions, bounded, and this batch's own by default", () => {
    const hardCaptions = batch.hardCaptions.map((row, i) => [row, batch.captions[(i + 1) % 5] ?? row]);
    const two = { ...batch, hardCaptions, valid: [1, 1, 0, 1, 1].map((one) => [one, 1]) };
    const z = formulaLogits({ ...two, groups: [0, 1, 0, 2, 3] }, 1 / 0.07, true);
    for (const upperBound of [10, 0.5]) {
      const thresholds = ceClipThresholds(two, { upperBound });
      const found = [...thresholds.dataSync()];
      expect(distance(found, thresholdsOf(z, 2, upperBound))).toBeLessThan(1e-5);
      same(
        () => ceClipLoss(two, { upperBound }),
        () => ceClipLoss(two, { thresholds }),
      );
      same(
        () => ceClipLoss(two, { thresholds: found }),
        () => ceClipLoss(two, { thresholds }),
      );
      thresholds.dispose();
    }
  });

  it("CE-CLIP's thresholds are carried through a training as its docstring says, and nothing is left", () => {
    const start = memory().numTensors;
    const images = tidy(() => variable(tensor2d(batch.images)));
    const optimizer = train.sgd(0.1);
    let thresholds: Tensor | undefined;
    for (let step = 0; step < 3; step++) {
      const now = { ...batch, images };
      const expected = tidy(() => ceClipThresholds(now, { upperBound: 100 }).dataSync());
      optimizer.minimize(() => {
        const before = thresholds;
        const loss = ceClipLoss(now, { thresholds: before, upperBound: 100 });
        thresholds = keep(ceClipThresholds(now, { upperBound: 100 }));
        dispose(before);
        return loss;
      });
      expect(thresholds?.dataSync()).toEqual(expected);
    }
    dispose([images, thresholds as Tensor]);
    optimizer.dispose();
    expect(memory().numTensors).toBe(start);
  });

  it("SigLIP's bias is learned: its gradient is the sum over all logits", () => {
    const bias = scalar(-2);
    const { grads } = valueAndGrads((b: Tensor) => sigLipLoss(batch, { bias: b, useHardCaptions: true }))([
      bias,
    ]);
    const at = (by: number) => read(() => sigLipLoss(batch, { bias: -2 + by, useHardCaptions: true }));
    expect(grads[0]?.dataSync()[0]).toBeCloseTo((at(0.01) - at(-0.01)) / 0.02, 3);
  });

  it.each([
    ['one pair alone', { images: wave(1, 0.2), captions: wave(1, 1.1), hardCaptions: wave(1, 2) }],
    ['all hard captions missing', { ...batch, valid: [0, 0, 0, 0, 0] }],
    ['one group', { ...batch, groups: [1, 1, 1, 1, 1] }],
    ['one text', { ...batch, textIds: batch.images.map(() => ['a', 'a']) }],
    ['zeros', { ...batch, images: batch.images.map((row) => row.map(() => 0)) }],
  ])('all are finite with their gradients at τ = 0.001: %s', (_, rows) => {
    const losses: Ours[] = [
      infoNceLoss,
      negClipLoss,
      decoupledLoss,
      sigLipLoss,
      hnNceLoss,
      ceClipLoss,
      (b, options) => hnNceLoss(b, { ...options, beta: 5, useHardCaptions: true }),
      (b, options) => hnNceLoss(b, { ...options, alpha: 0, beta: 5 }),
      (b, options) => decoupledLoss(b, { ...options, useHardCaptions: true }),
      (b, options) => sigLipLoss(b, { ...options, useHardCaptions: true }),
      (b, options) => ceClipLoss(b, { ...options, useHardCaptions: false }),
    ];
    for (const [index, loss] of losses.entries()) {
      const before = memory().numTensors;
      const numbers = tidy(() => {
        const { value, grads } = valueAndGrads((v: Tensor, logitScale: Tensor) =>
          loss({ ...rows, images: v }, { logitScale }),
        )([tensor(rows.images), scalar(1000)]);
        return [value, ...grads].flatMap((x) => [...x.dataSync()]);
      });
      expect(numbers.every(Number.isFinite), `loss ${index}: ${numbers}`).toBe(true);
      expect(memory().numTensors).toBe(before);
    }
  });
});
