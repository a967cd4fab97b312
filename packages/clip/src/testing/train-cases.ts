import { cementLoss, infoNceLoss } from '@slipform/cement-loss';
import { tensor2d } from '@tensorflow/tfjs-core';
import type { TrainLoss } from '../gradients/batch-gradients';
import type { TrainBatch } from '../gradients/train-batch';
import { tinyBatch } from './tiny';

/** Pairs of each case's batch. */
export const pairs = 10;

/** Captions of unequal length, so that parts of a batch are padded differently. */
export const texts = (word: number): number[][] =>
  Array.from({ length: pairs }, (_, pair) => [
    18,
    ...Array.from({ length: 1 + (pair % 4) }, (_, at) => 1 + ((pair + word * at) % 16)),
    19,
  ]);

export function padded(ids: number[][]) {
  const rows = ids.map((row) => [...row, ...Array(6 - row.length).fill(19)]);
  return tensor2d(rows, undefined, 'int32');
}

export const { images } = tinyBatch(pairs);
const hardImages = images.map((x) => Math.sin(5 * x));
export const concreteness = Array.from({ length: pairs }, (_, pair) => 1 + (pair % 5));
const valid = Array.from({ length: pairs }, (_, pair) => (pair % 5 === 0 ? 0 : 1));
const groups = Array.from({ length: pairs }, (_, pair) => Math.floor(pair / 2));

export const plain: TrainBatch = { images, tokens: texts(2) };
export const hard: TrainBatch = { ...plain, hardTokens: texts(3), concreteness, valid, groups };
const two: TrainBatch = {
  ...plain,
  hardTokens: texts(3).map((ids, pair) => [ids, texts(7)[pair]!]),
  concreteness: concreteness.map((c) => [c, 3]),
  valid: valid.map((v) => [1, v]),
};
export const edited: TrainBatch = { ...hard, hardImages };

/** Each layout of a batch, with a loss that takes it. */
export const trainCases: [name: string, batch: TrainBatch, loss: TrainLoss][] = [
  ['InfoNCE', plain, (batch, options) => infoNceLoss(batch, options)],
  ['captions', hard, (batch, options) => cementLoss(batch, options)],
  ['captions, two hard ones each', two, (batch, options) => cementLoss(batch, options)],
  ['triplet', edited, (batch, options) => cementLoss(batch, { ...options, layout: 'triplet' })],
  ['paired', edited, (batch, options) => cementLoss(batch, { ...options, layout: 'paired' })],
];

/** What of the tiny model is trained, in ways that leave out more and more. */
export const trainableCases: [name: string, rule: string | string[]][] = [
  ['a frozen tower', ['!vision_model.*', '!visual_projection.weight']],
  ['the projections alone', '*_projection.weight'],
  ['the logit scale alone', 'logit_scale'],
  ['a last layer', ['text_model.encoder.layers.1.*', 'vision_model.post_layernorm.*']],
];
