import type { CheckedBatch } from '../batch/read-batch';
import type { LogitBlock } from '../blocks/logit-block';
import { equalTexts } from './equal-texts';

/** CLIP's own batch: rows of images see all captions, rows of captions all images. */
export function pairsLayout({ groups, texts }: CheckedBatch): LogitBlock[] {
  const equal = texts && equalTexts(texts.captions);
  return [{ imageRows: ['images'], textRows: ['captions'], groups, equal }];
}
