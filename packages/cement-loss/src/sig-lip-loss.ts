import {
  addN,
  concat,
  maximum,
  mul,
  neg,
  pad,
  type Scalar,
  sigmoid,
  slice,
  sum,
  type Tensor,
  type Tensor2D,
  tidy,
  transpose,
} from '@tensorflow/tfjs-core';
import type { ContrastiveBatch } from './batch';
import { contrastiveLoss } from './contrastive-loss';
import { softplus } from './log-sum-exp';
import type { Objective } from './objective';
import { readScalar } from './read-scalar';
import { type PairLossOptions, withHardCaptions } from './with-hard-captions';

export interface SigLipOptions extends PairLossOptions {
  /** b, added to every logit; a number or a scalar tensor, to which gradients flow. Default −10, where SigLIP starts. */
  readonly bias?: number | Tensor | undefined;
}

/**
 * The sigmoid loss: each image and caption of the batch is a yes-or-no question of its own, so no row is normalised.
 *
 *     L = −1/N Σ_i Σ_j ln σ( y_ij (s(v_i,t_j)/τ + b) ),   y_ii = 1, y_ij = −1
 *
 * ```js
 * const loss = sigLipLoss({ images, captions }, { logitScale: exp(t), bias: b });
 * ```
 *
 * `logitScale` is 10 by default here, where SigLIP starts. `groups` take the entries between pairs of one group out.
 *
 * @param batch `images` and `captions` `[N, D]`; `groups` optional; `hardCaptions` and `valid` with `useHardCaptions`.
 * @returns A scalar. Gradients flow to the embeddings and to tensors `logitScale` and `bias`.
 * @throws Error naming the argument when a shape, dtype or value does not fit.
 * @source Zhai et al. 2023 (arXiv 2303.15343), equation 1; equal to open_clip's SigLipLoss
 */
export function sigLipLoss(batch: ContrastiveBatch, options: SigLipOptions = {}): Scalar {
  return tidy('sigLipLoss', () => {
    const { bias = -10, logitScale = 10 } = options;
    const checked = readScalar('sigLipLoss', 'bias', bias, (value) =>
      Number.isFinite(value) ? undefined : `must be a finite number, got ${value}`,
    );
    const recipe = { ...withHardCaptions(options), objective: sigmoidObjective, bias: checked };
    return contrastiveLoss('sigLipLoss', recipe, batch, { ...options, logitScale });
  });
}

const sigmoidObjective: Objective = ({ positives, own, weights, eachTile }) => {
  const rows = positives.shape[0];
  const square = (z: Tensor2D): Tensor2D => slice(z, [0, 0], [z.shape[0], rows]);
  const easy = eachTile((z) => sum<Scalar>(softplus(z)));
  const pull = sigmoid(neg(positives));
  const hard = own && probabilities(own);
  const parts = [...easy, sum<Scalar>(softplus(neg(positives)))];
  if (own) parts.push(sum<Scalar>(softplus(own)));
  return {
    loss: mul(addN(parts), weights),
    pull: mul(pull, weights),
    hard: hard && mul<Tensor2D>(hard, weights),
    remembered: [weights],
    // Both directions see the same entries; each has half of them.
    grid: (z, _, recall, side) => {
      const seen = side === 'text' ? square(z) : z;
      const each = mul<Tensor2D>(probabilities(seen), mul(recall(weights), side ? 0.5 : 1));
      return each.shape[1] === z.shape[1]
        ? each
        : pad(each, [
            [0, 0],
            [0, z.shape[1] - rows],
          ]);
    },
    shares: (side) => {
      const rowsOf = (z: Tensor2D) => sum<Tensor2D>(probabilities(z), 1, true);
      const columnsOf = (z: Tensor2D) => transpose(sum(probabilities(square(z)), 0, true)) as Tensor2D;
      return side === 'image'
        ? { pull, hard, easy: concat(eachTile(rowsOf), 0) as Tensor2D }
        : { pull, easy: addN(eachTile(columnsOf)) };
    },
  };
};

/** σ(z), 0 where z is masked: below −80 float32 has nothing that counts, and some GPUs turn e^∞ into NaN. */
function probabilities(z: Tensor2D): Tensor2D {
  return sigmoid(maximum(z, -80) as Tensor2D);
}
