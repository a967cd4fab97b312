import type { Scalar } from '@tensorflow/tfjs-core';
import type { ContrastiveBatch } from '../batch/batch';
import { contrastiveLoss } from '../gradients/contrastive-loss';
import { hnNceRow } from '../objectives/hn-nce-row';
import { softmaxObjective } from '../objectives/softmax-objective';
import { checkNotNegative } from '../options/check-number';
import { readOptions } from '../options/read-options';
import { type PairLossOptions, pairLossOptions, withHardCaptions } from './pair-loss';

export interface HnNceOptions extends PairLossOptions {
  /** What the positive counts in its denominator, ≥ 0. Default 1. */
  readonly alpha?: number | undefined;
  /** How much more the harder negatives count, 0 to 100 (beyond, float32 has no digits left). Default 0.25. */
  readonly beta?: number | undefined;
}

/**
 * Hard-negative NCE: InfoNCE whose negatives are weighted by how hard they are. The weights have mean 1 over a row's
 * negatives, and gradients flow through them.
 *
 *     L(v→t)_i = −ln( e^{s_ii/τ} / [ α e^{s_ii/τ} + Σ_{j≠i} w_ij e^{s_ij/τ} ] ),   w_ij = (N − 1) e^{β s_ij/τ} / Σ_{k≠i} e^{β s_ik/τ}
 *
 * and alike from captions to images; L is half of each mean. With α = 1, β = 0 it is InfoNCE, with α = 0, β = 0 the
 * decoupled loss, and for β → ∞ only the hardest negative counts, N − 1 times.
 *
 * ```js
 * const loss = hnNceLoss({ images, captions }, { beta: 0.5 });
 * ```
 *
 * @param batch `images` and `captions` `[N, D]`; `groups` optional; `hardCaptions` and `valid` with `useHardCaptions`.
 * @returns A scalar. Gradients flow to the embeddings and a tensor `logitScale`.
 * @throws Error naming the argument when a shape, dtype or value does not fit.
 * @source DiHT: Radenovic et al. 2023 (arXiv 2301.02280), section 3.3; the mean over both directions instead of their
 *   sum, and N − 1 is the number of negatives that the row has
 */
export function hnNceLoss(batch: ContrastiveBatch, options: HnNceOptions = {}): Scalar {
  const op = 'hnNceLoss';
  const read = readOptions(op, options, { ...pairLossOptions, alpha: '', beta: '' });
  const { alpha = 1, beta = 0.25 } = read;
  checkNotNegative(op, { alpha });
  checkNotNegative(op, { beta }, 100);
  const objective = softmaxObjective(hnNceRow(alpha, beta));
  return contrastiveLoss(op, { ...withHardCaptions(op, read), objective }, batch, read);
}
