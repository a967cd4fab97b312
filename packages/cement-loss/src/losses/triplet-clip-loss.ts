import type { Scalar } from '@tensorflow/tfjs-core';
import type { ContrastiveBatch } from '../batch/batch';
import { readHardImages } from '../batch/read-hard';
import { type ContrastiveOptions, contrastiveLoss, contrastiveOptions } from '../gradients/contrastive-loss';
import { tripletLayout } from '../layouts/triplet';
import { softmaxObjective } from '../objectives/softmax-objective';
import { softmaxRow } from '../objectives/softmax-row';
import { readOptions } from '../options/read-options';

/**
 * TripletCLIP's loss: NegCLIP's of (images, captions, hardCaptions) plus NegCLIP's of (hardImages, hardCaptions,
 * captions), so that each hard caption is the positive of an image of its own. Equal to `cementLoss` with
 * `noMargin()` in the triplet layout.
 *
 *     L = L_NegCLIP(v, t, h) + L_NegCLIP(u, h, t)
 *
 * ```js
 * const loss = tripletClipLoss({ images, captions, hardCaptions, hardImages });
 * ```
 *
 * @param batch `images`, `captions`, `hardCaptions`, `hardImages` `[N, D]`; `valid` and `groups` optional.
 * @returns A scalar. Gradients flow to the embeddings and a tensor `logitScale`.
 * @throws Error naming the argument when something is missing or a shape, dtype or value does not fit.
 * @source Patel et al. 2024 (arXiv 2411.02545)
 */
export function tripletClipLoss(batch: ContrastiveBatch, options: ContrastiveOptions = {}): Scalar {
  const objective = softmaxObjective(softmaxRow);
  const read = readOptions('tripletClipLoss', options, contrastiveOptions);
  const definition = { read: readHardImages, layout: tripletLayout, objective };
  return contrastiveLoss('tripletClipLoss', definition, batch, read);
}
