import {
  clone,
  customGrad,
  dispose,
  type Scalar,
  scalar,
  type Tensor,
  tensor,
  tidy,
  valueAndGrads,
  zerosLike,
} from '@tensorflow/tfjs-core';
import {
  type ContrastiveBatch,
  ceClipLoss,
  decoupledLoss,
  hnNceLoss,
  infoNceLoss,
  negClipLoss,
  sigLipLoss,
} from '../index';
import { type FormulaBatch, formulaLogits, hnNce, infoNce, rankLoss, sigLip } from './baseline-formulas';
import { distance } from './golden';
import type { RandomBatch } from './random-batch';
import { differences } from './reference';

export type Ours = (batch: ContrastiveBatch, options: { logitScale: Tensor; chunkSize?: number }) => Scalar;

export interface LossCase {
  readonly ours: Ours;
  readonly truth: (batch: FormulaBatch, scale: number) => number;
}

/** Each loss beside its formula in float64. */
export const lossCases: Readonly<Record<string, LossCase>> = {
  'infoNce, hard captions ignored': {
    ours: infoNceLoss,
    truth: (batch, scale) => infoNce(formulaLogits(batch, scale, false), false),
  },
  negClip: {
    ours: negClipLoss,
    truth: (batch, scale) => infoNce(formulaLogits(batch, scale, true), true),
  },
  decoupled: {
    ours: decoupledLoss,
    truth: (batch, scale) => hnNce(formulaLogits(batch, scale, false), false, 0, 0),
  },
  'decoupled with hard captions': {
    ours: (batch, options) => decoupledLoss(batch, { ...options, useHardCaptions: true }),
    truth: (batch, scale) => hnNce(formulaLogits(batch, scale, true), true, 0, 0),
  },
  hnNce: {
    ours: (batch, options) => hnNceLoss(batch, { ...options, alpha: 0.7, beta: 0.4 }),
    truth: (batch, scale) => hnNce(formulaLogits(batch, scale, false), false, 0.7, 0.4),
  },
  'hnNce with hard captions, α = 0': {
    ours: (batch, options) => hnNceLoss(batch, { ...options, alpha: 0, beta: 1.3, useHardCaptions: true }),
    truth: (batch, scale) => hnNce(formulaLogits(batch, scale, true), true, 0, 1.3),
  },
  sigLip: {
    ours: (batch, options) => sigLipLoss(batch, { ...options, bias: -1.5 }),
    truth: (batch, scale) => sigLip(formulaLogits(batch, scale, false), false, -1.5),
  },
  'sigLip with hard captions': {
    ours: (batch, options) => sigLipLoss(batch, { ...options, bias: 0.5, useHardCaptions: true }),
    truth: (batch, scale) => sigLip(formulaLogits(batch, scale, true), true, 0.5),
  },
  'ceClip, thresholds given': {
    ours: (batch, options) => ceClipLoss(batch, { ...options, thresholds: 0.3, rankWeight: 0.5 }),
    truth: (batch, scale) => {
      const z = formulaLogits(batch, scale, true);
      return infoNce(z, true) + 0.5 * rankLoss(z, [0.3, 0.3, 0.3, 0.3]);
    },
  },
  'ceClip, hard captions in the rank loss only': {
    ours: (batch, options) =>
      ceClipLoss(batch, { ...options, thresholds: 0.3, rankWeight: 0.5, useHardCaptions: false }),
    truth: (batch, scale) => {
      const z = formulaLogits(batch, scale, false);
      return infoNce(z, false) + 0.5 * rankLoss(z, [0.3, 0.3, 0.3, 0.3]);
    },
  },
};

/** How far a loss is from its formula on the backend in use, as a share of what is allowed: all ≤ 1. */
export async function errorsOf(
  { ours, truth }: LossCase,
  { hard, tau, ...rest }: RandomBatch,
  chunkSize: number | undefined,
): Promise<number[]> {
  const { images, captions, valid, groups } = rest;
  const perRow = hard.length / images.length;
  const hardCaptions = images.map((_, i) => hard.slice(i * perRow, (i + 1) * perRow));
  const scaleRow = [[1 / tau]];
  const formula = () => truth({ ...rest, hardCaptions }, scaleRow[0]?.[0] ?? Number.NaN);
  const expected = formula();
  const slopes = [images, captions, hard, scaleRow].map((x) => differences(x, formula));

  const { value, grads } = tidy(() =>
    valueAndGrads((v: Tensor, t: Tensor, h: Tensor, logitScale: Tensor) => {
      const batch = { images: v, captions: t, hardCaptions: h, valid, groups };
      return plusNothing(ours(batch, { logitScale, ...(chunkSize && { chunkSize }) }), h);
    })([tensor(images), tensor(captions), tensor(hardCaptions), scalar(1 / tau)]),
  );
  const [found = Number.NaN] = await value.data();
  const result = [Math.abs(found - expected) / (3e-5 * (1 + Math.abs(expected)))];
  for (const [index, slope] of slopes.entries()) {
    const largest = Math.max(...slope.map(Math.abs), 1e-30);
    const gradient = [...((await grads[index]?.data()) ?? [])];
    // Gradients that vanish leave float32's rounding of what cancelled.
    result.push((distance(gradient, slope) * largest) / (3e-4 * largest + 5e-5 / tau));
  }
  dispose([value, ...grads]);
  return result;
}

/** loss + 0·x, with its gradient: tfjs refuses to differentiate by what a loss ignores. */
function plusNothing(loss: Scalar, x: Tensor): Scalar {
  const join = customGrad((...args) => ({
    value: clone(args[0] as Tensor),
    gradFunc: (dy: Tensor) => [clone(dy), zerosLike(x)],
  }));
  return join(loss, x) as Scalar;
}
