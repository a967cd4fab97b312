import { concat, type Tensor2D } from '@tensorflow/tfjs-core';
import type { Block } from '../block';
import type { CheckedBatch } from '../read-batch';
import { absentPairs } from './absent-pairs';
import { captionsLayout } from './captions';

/**
 * TripletCLIP's batch, where images are changed too: the captions loss of (images, captions, hardCaptions) plus
 * the captions loss of (hardImages, hardCaptions, captions) over the pairs that have a hard negative.
 */
export function tripletLayout(batch: CheckedBatch, margins?: Tensor2D): Block[] {
  const { valid, groups } = batch;
  return [
    ...captionsLayout(batch, margins),
    {
      imageParts: ['hardImages'],
      textParts: ['hardCaptions', 'captions'],
      ownParts: ['captions'],
      ownPresent: valid,
      margins,
      absent: valid && absentPairs(valid, concat([valid, valid], 0)),
      present: valid,
      groups,
    },
  ];
}
