import { concat, ones, reshape, type Tensor2D } from '@tensorflow/tfjs-core';
import type { Block } from '../block';
import type { CheckedBatch } from '../read-batch';
import { groupsOf } from './groups';

/**
 * The union batch of 2N pairs, true ones first and then their edited partners: symmetric InfoNCE over
 * 2N × 2N logits, where each pair's partner is its own hard negative in both directions. A missing hard negative
 * has no row and no column.
 */
export function pairedLayout(batch: CheckedBatch, margins?: Tensor2D): Block[] {
  const { rows, valid } = batch;
  const twice = (x: Tensor2D): Tensor2D => concat([x, x], 0) as Tensor2D;
  const present = valid && (concat([ones([rows, 1]), valid], 0) as Tensor2D);
  return [
    {
      imageParts: ['images', 'hardImages'],
      textParts: ['captions', 'hardCaptions'],
      ownParts: ['hardCaptions', 'captions'],
      mirrored: true,
      ownPresent: valid && twice(valid),
      margins: margins && twice(margins),
      textPresent: present && reshape(present, [1, rows * 2]),
      present,
      groups: groupsOf(batch, 0, 2),
    },
  ];
}
