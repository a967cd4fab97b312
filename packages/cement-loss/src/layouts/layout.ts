import type { Tensor2D } from '@tensorflow/tfjs-core';
import type { Block } from '../block';
import type { CheckedBatch } from '../read-batch';

/** Which logits a loss is made of: `captions` (only captions are changed), `triplet`, `paired` (images too). */
export type LayoutName = 'captions' | 'triplet' | 'paired';

/** Lays a batch out as the blocks whose losses add up. `margins` is `[N, K]`, if the margin has such values. */
export type Layout = (batch: CheckedBatch, margins?: Tensor2D) => Block[];
