import { concat, type Tensor2D } from '@tensorflow/tfjs-core';
import type { CheckedBatch } from '../batch/read-batch';
import type { LogitBlock } from '../blocks/logit-block';
import { absentPairs } from './absent-pairs';
import { captionsLayout } from './captions';
import { equalTexts } from './equal-texts';

/**
 * TripletCLIP's batch, where images are changed too: the captions loss of (images, captions, hardCaptions) plus
 * the captions loss of (hardImages, hardCaptions, captions) over the pairs that have a hard negative.
 */
export function tripletLayout(batch: CheckedBatch, margins?: Tensor2D): LogitBlock[] {
  const { valid, groups, texts } = batch;
  const negatives = texts?.captions.map((id, row) => (texts.hard[row] === undefined ? undefined : id));
  return [
    ...captionsLayout(batch, margins),
    {
      imageRows: ['hardImages'],
      textRows: ['hardCaptions', 'captions'],
      ownRows: ['captions'],
      ownPresent: valid,
      margins,
      absent: valid && absentPairs(valid, concat([valid, valid], 0)),
      present: valid,
      groups,
      equal: texts && equalTexts(texts.hard, negatives),
    },
  ];
}
