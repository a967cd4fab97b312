import type { Block } from '../block';
import type { CheckedBatch } from '../read-batch';
import { groupsOf } from './groups';

/** CLIP's own batch: rows of images see all captions, rows of captions all images. */
export function pairsLayout(batch: CheckedBatch): Block[] {
  return [{ imageParts: ['images'], textParts: ['captions'], groups: groupsOf(batch) }];
}
