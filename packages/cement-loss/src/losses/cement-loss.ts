import type { Scalar } from '@tensorflow/tfjs-core';
import type { ContrastiveBatch } from '../batch/batch';
import { contrastiveLoss } from '../gradients/contrastive-loss';
import { readOptions } from '../options/read-options';
import { type CementOptions, cementOptions, defineCement } from './cement-definition';

/**
 * The Cement loss: InfoNCE with hard-negative captions whose logits carry a margin m made from the concreteness
 * of the word that was changed. In the captions layout, with m in logits (in cosine units m/τ stands there):
 *
 *     L(v→t)_i = −ln( e^{s(v_i,t_i)/τ} / [ Σ_j e^{s(v_i,t_j)/τ} + Σ_k e^{s(v_i,h_ik)/τ + m_ik} + Σ_{j≠i,k} e^{s(v_i,h_jk)/τ} ] )
 *     L(t→v)_i = −ln( e^{s(t_i,v_i)/τ} / Σ_j e^{s(t_i,v_j)/τ} )
 *     L        = ½ mean_i L(v→t)_i + ½ mean_i L(t→v)_i
 *
 * `triplet` is that loss of (images, captions, hardCaptions) plus that of (hardImages, hardCaptions, captions);
 * `paired` is InfoNCE over the union of both, with m between the partners in both directions.
 *
 * ```js
 * const loss = cementLoss({ images, captions, hardCaptions, concreteness }, { margin: adaptiveMargin({ max: 2 }) });
 * ```
 *
 * @param batch `images`, `captions` `[N, D]`; `hardCaptions` `[N, K, D]` or `[N, D]`; `concreteness` `[N, K]`, 1–5,
 *   unless the margin needs none; `valid`, `groups` and, for triplet and paired, `hardImages` `[N, D]`.
 * @returns A scalar. Gradients flow to the embeddings and a tensor `logitScale`, none through the margin.
 * @throws Error naming the argument when something is missing or a shape, dtype or value does not fit.
 * @source "Concrete Jungle" (arXiv 2604.13313); the margin's direction, unit and size are this package's definitions
 */
export function cementLoss(batch: ContrastiveBatch, options: CementOptions = {}): Scalar {
  const op = 'cementLoss';
  const read = readOptions(op, options, cementOptions);
  return contrastiveLoss(op, defineCement(op, read), batch, read);
}
