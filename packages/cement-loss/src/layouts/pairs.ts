import type { Block } from '../block';
import type { CheckedBatch } from '../read-batch';

/** CLIP's own batch: rows of images see all captions, rows of captions all images. */
export function pairsLayout({ groups }: CheckedBatch): Block[] {
  return [{ imageParts: ['images'], textParts: ['captions'], groups }];
}
