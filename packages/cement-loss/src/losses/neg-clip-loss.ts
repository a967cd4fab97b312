import type { Scalar } from '@tensorflow/tfjs-core';
import type { ContrastiveBatch } from '../batch/batch';
import { readHard } from '../batch/read-hard';
import { type ContrastiveOptions, contrastiveLoss, contrastiveOptions } from '../gradients/contrastive-loss';
import { captionsLayout } from '../layouts/captions';
import { softmaxObjective } from '../objectives/softmax-objective';
import { softmaxRow } from '../objectives/softmax-row';
import { readOptions } from '../options/read-options';

/**
 * InfoNCE where every image also sees all hard captions of the batch, without a margin: NegCLIP's loss. Equal to
 * `cementLoss` with `noMargin()` in the captions layout.
 *
 *     L(v→t)_i = −ln( e^{s(v_i,t_i)/τ} / [ Σ_j e^{s(v_i,t_j)/τ} + Σ_jk e^{s(v_i,h_jk)/τ} ] ),   L(t→v) as in infoNceLoss
 *
 * ```js
 * const loss = negClipLoss({ images, captions, hardCaptions });
 * ```
 *
 * @param batch `images`, `captions` `[N, D]`, `hardCaptions` `[N, K, D]` or `[N, D]`; `valid` and `groups` optional.
 * @returns A scalar. Gradients flow to the embeddings and a tensor `logitScale`.
 * @throws Error naming the argument when something is missing or a shape, dtype or value does not fit.
 * @source Yuksekgonul et al. 2023 (arXiv 2210.01936)
 */
export function negClipLoss(batch: ContrastiveBatch, options: ContrastiveOptions = {}): Scalar {
  const objective = softmaxObjective(softmaxRow);
  const read = readOptions('negClipLoss', options, contrastiveOptions);
  return contrastiveLoss('negClipLoss', { read: readHard, layout: captionsLayout, objective }, batch, read);
}
