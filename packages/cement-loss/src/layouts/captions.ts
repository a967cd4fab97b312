import { concat, ones, reshape, type Tensor2D } from '@tensorflow/tfjs-core';
import type { CheckedBatch } from '../batch/read-batch';
import type { LogitBlock } from '../blocks/logit-block';
import { maskOf } from '../blocks/mask';
import { equalTexts } from './equal-texts';

/**
 * NegCLIP's batch, where only captions are changed: rows of images see all captions and all hard captions, rows
 * of captions see the images only.
 */
export function captionsLayout(
  { rows, valid, groups, texts }: CheckedBatch,
  margins?: Tensor2D,
): LogitBlock[] {
  return [
    {
      imageRows: ['images'],
      textRows: ['captions', 'hardCaptions'],
      ownRows: ['hardCaptions'],
      ownPresent: valid,
      margins,
      absent: valid && (() => [maskOf(concat([ones([1, rows]), reshape(valid, [1, -1])], 1) as Tensor2D)]),
      groups,
      equal: texts && equalTexts(texts.captions, texts.hard),
    },
  ];
}
