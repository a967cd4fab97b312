import type { CheckedBatch } from '../batch/read-batch';
import type { LogitBlock } from '../blocks/logit-block';

/** CLIP's own batch: rows of images see all captions, rows of captions all images. */
export function pairsLayout({ groups }: CheckedBatch): LogitBlock[] {
  return [{ imageRows: ['images'], textRows: ['captions'], groups }];
}
