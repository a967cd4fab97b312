import { concat, ones, reshape, type Tensor2D } from '@tensorflow/tfjs-core';
import type { Block } from '../block';
import { maskOf } from '../mask';
import type { CheckedBatch } from '../read-batch';

/**
 * NegCLIP's batch, where only captions are changed: rows of images see all captions and all hard captions, rows
 * of captions see the images only.
 */
export function captionsLayout({ rows, valid, groups }: CheckedBatch, margins?: Tensor2D): Block[] {
  return [
    {
      imageParts: ['images'],
      textParts: ['captions', 'hardCaptions'],
      ownParts: ['hardCaptions'],
      ownPresent: valid,
      margins,
      absent: valid && (() => [maskOf(concat([ones([1, rows]), reshape(valid, [1, -1])], 1) as Tensor2D)]),
      groups,
    },
  ];
}
