import { concat, reshape, type Tensor2D } from '@tensorflow/tfjs-core';
import type { Block } from '../block';
import type { CheckedBatch } from '../read-batch';
import { captionsLayout } from './captions';
import { groupsOf } from './groups';

/**
 * TripletCLIP's batch, where images are changed too: the captions loss of (images, captions, hardCaptions) plus
 * the captions loss of (hardImages, hardCaptions, captions) over the pairs that have a hard negative.
 */
export function tripletLayout(batch: CheckedBatch, margins?: Tensor2D): Block[] {
  const { rows, valid } = batch;
  const row = valid && (reshape(valid, [1, rows]) as Tensor2D);
  return [
    ...captionsLayout(batch, margins),
    {
      imageParts: ['hardImages'],
      textParts: ['hardCaptions', 'captions'],
      ownParts: ['captions'],
      ownPresent: valid,
      margins,
      textPresent: row && (concat([row, row], 1) as Tensor2D),
      present: valid,
      groups: groupsOf(batch, rows),
    },
  ];
}
