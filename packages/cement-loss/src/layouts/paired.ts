import { concat, ones, split, type Tensor2D } from '@tensorflow/tfjs-core';
import type { CheckedBatch } from '../batch/read-batch';
import type { LogitBlock } from '../blocks/logit-block';
import { absentPairs } from './absent-pairs';
import { equalTexts } from './equal-texts';

/**
 * The union batch of 2N pairs, true ones first and then their edited partners: symmetric InfoNCE over
 * 2N × 2N logits, where each pair's partner is its own hard negative in both directions. A missing hard negative
 * has no row and no column.
 */
export function pairedLayout({ rows, valid, groups, texts }: CheckedBatch, margins?: Tensor2D): LogitBlock[] {
  const below = (...halves: Tensor2D[]): Tensor2D => concat(halves, 0);
  const present = valid && below(ones([rows, 1]), valid);
  return [
    {
      imageRows: ['images', 'hardImages'],
      textRows: ['captions', 'hardCaptions'],
      ownRows: ['hardCaptions', 'captions'],
      ownPresent: valid && below(valid, valid),
      margins: margins && below(margins, margins),
      mirror: (ofRows) => below(...(split(ofRows, 2, 0) as Tensor2D[]).reverse()),
      absent: present && absentPairs(present, present),
      present,
      groups,
      equal: texts && equalTexts([...texts.captions, ...texts.hard]),
    },
  ];
}
