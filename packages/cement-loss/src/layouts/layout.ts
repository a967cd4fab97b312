import type { Tensor2D } from '@tensorflow/tfjs-core';
import type { CheckedBatch } from '../batch/read-batch';
import type { LogitBlock } from '../blocks/logit-block';

/** Which logits a loss is made of: `captions` (only captions are changed), `triplet`, `paired` (images too). */
export type LayoutName = 'captions' | 'triplet' | 'paired';

/** Lays a batch out as the blocks whose losses add up. `margins` is `[N, K]`, if the margin has such values. */
export type Layout = (batch: CheckedBatch, margins?: Tensor2D) => LogitBlock[];
