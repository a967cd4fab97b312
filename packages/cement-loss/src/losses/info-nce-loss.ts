import type { Scalar } from '@tensorflow/tfjs-core';
import type { ContrastiveBatch } from '../batch/batch';
import { readPairs } from '../batch/read-batch';
import { type ContrastiveOptions, contrastiveLoss, contrastiveOptions } from '../gradients/contrastive-loss';
import { pairsLayout } from '../layouts/pairs';
import { softmaxObjective } from '../objectives/softmax-objective';
import { softmaxRow } from '../objectives/softmax-row';
import { readOptions } from '../options/read-options';

/**
 * InfoNCE in both directions, the loss of CLIP. Hard negatives in the batch are ignored.
 *
 *     L = −½ mean_i ln( e^{s(v_i,t_i)/τ} / Σ_j e^{s(v_i,t_j)/τ} ) − ½ mean_i ln( e^{s(t_i,v_i)/τ} / Σ_j e^{s(t_i,v_j)/τ} )
 *
 * ```js
 * const loss = infoNceLoss({ images, captions }, { logitScale: 1 / 0.07 });
 * ```
 *
 * @param batch `images` and `captions` `[N, D]`; `groups` `[N]` if pairs share an image or a caption.
 * @returns A scalar. Gradients flow to images, captions and a tensor `logitScale`.
 * @throws Error naming the argument when a shape, dtype or value does not fit.
 * @source van den Oord et al. 2018 (arXiv 1807.03748); Radford et al. 2021 (arXiv 2103.00020), figure 3
 */
export function infoNceLoss(batch: ContrastiveBatch, options: ContrastiveOptions = {}): Scalar {
  const objective = softmaxObjective(softmaxRow);
  const read = readOptions('infoNceLoss', options, contrastiveOptions);
  return contrastiveLoss('infoNceLoss', { read: readPairs, layout: pairsLayout, objective }, batch, read);
}
