import { concat, ones, reshape, type Tensor2D } from '@tensorflow/tfjs-core';
import type { Block } from '../block';
import type { CheckedBatch } from '../read-batch';
import { groupsOf } from './groups';

/**
 * NegCLIP's batch, where only captions are changed: rows of images see all captions and all hard captions, rows
 * of captions see the images only.
 */
export function captionsLayout(batch: CheckedBatch, margins?: Tensor2D): Block[] {
  const { rows, valid } = batch;
  return [
    {
      imageParts: ['images'],
      textParts: ['captions', 'hardCaptions'],
      ownParts: ['hardCaptions'],
      ownPresent: valid,
      margins,
      textPresent: valid && (concat([ones([1, rows]), reshape(valid, [1, valid.size])], 1) as Tensor2D),
      groups: groupsOf(batch),
    },
  ];
}
