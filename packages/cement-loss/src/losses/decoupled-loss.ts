import type { Scalar } from '@tensorflow/tfjs-core';
import type { ContrastiveBatch } from '../batch/batch';
import { contrastiveLoss } from '../gradients/contrastive-loss';
import { hnNceRow } from '../objectives/hn-nce-row';
import { softmaxObjective } from '../objectives/softmax-objective';
import { readOptions } from '../options/read-options';
import { type PairLossOptions, pairLossOptions, withHardCaptions } from './pair-loss';

/**
 * Decoupled contrastive loss: InfoNCE whose denominator leaves the positive out, so that an easy positive no longer
 * damps the push on negatives. It can be negative. Symmetric over images and captions here; a row without any
 * negative counts 0.
 *
 *     L(v→t)_i = −s(v_i,t_i)/τ + ln Σ_{j≠i} e^{s(v_i,t_j)/τ},   L(t→v) alike,   L = ½ mean L(v→t) + ½ mean L(t→v)
 *
 * ```js
 * const loss = decoupledLoss({ images, captions });
 * ```
 *
 * @param batch `images` and `captions` `[N, D]`; `groups` optional; `hardCaptions` and `valid` with `useHardCaptions`.
 * @returns A scalar. Gradients flow to the embeddings and a tensor `logitScale`.
 * @throws Error naming the argument when a shape, dtype or value does not fit.
 * @source DCL: Yeh et al. 2022 (arXiv 2110.06848), equation 6, between two modalities instead of two views
 */
export function decoupledLoss(batch: ContrastiveBatch, options: PairLossOptions = {}): Scalar {
  const read = readOptions('decoupledLoss', options, pairLossOptions);
  const definition = {
    ...withHardCaptions('decoupledLoss', read),
    objective: softmaxObjective(hnNceRow(0, 0)),
  };
  return contrastiveLoss('decoupledLoss', definition, batch, read);
}
