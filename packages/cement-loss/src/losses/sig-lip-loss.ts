import {
  add,
  addN,
  concat,
  maximum,
  mul,
  neg,
  reshape,
  type Scalar,
  sigmoid,
  slice,
  sub,
  sum,
  type Tensor,
  type Tensor2D,
  tidy,
} from '@tensorflow/tfjs-core';
import type { ContrastiveBatch } from '../batch/batch';
import { contrastiveLoss } from '../gradients/contrastive-loss';
import { softplus } from '../objectives/log-sum-exp';
import type { Objective } from '../objectives/objective';
import { readOptions } from '../options/read-options';
import { readScalar } from '../options/read-scalar';
import { type PairLossOptions, pairLossOptions, withHardCaptions } from './pair-loss';

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
  const op = 'sigLipLoss';
  return tidy(op, () => {
    const read = readOptions(op, options, { ...pairLossOptions, bias: '' });
    const { bias = -10, logitScale = 10 } = read;
    const given = readScalar(op, 'bias', bias, 'finite number', () => true);
    const definition = {
      ...withHardCaptions(op, read),
      objective: sigmoidObjective(given),
      bias: given,
    };
    return contrastiveLoss(op, definition, batch, { ...read, logitScale });
  });
}

const sigmoidObjective =
  (bias: Scalar): Objective =>
  ({ positives, own, eachTile }) => {
    const rows = positives.shape[0];
    const answers = [neg(add(positives, bias)), ...(own ? [add(own, bias)] : [])] as Tensor2D[];
    const [pull, hard] = answers.map((z) => probabilities(z)) as [Tensor2D, Tensor2D?];
    const easy = eachTile((z) => {
      const biased = add<Tensor2D>(z, bias);
      const pushes = probabilities(biased);
      return {
        loss: sum<Scalar>(softplus(biased)),
        ofRows: sum<Tensor2D>(pushes, 1, true),
        ofColumns: sum<Tensor2D>(pushes, 0),
      };
    });
    const mean = (x: Tensor2D): Tensor2D => mul(x, 1 / rows);
    const ofRows = concat(
      easy.map((tile) => tile.ofRows),
      0,
    );
    const losses = [...easy.map(({ loss }) => loss), ...answers.map((z) => sum<Scalar>(softplus(z)))];
    const all = add(sum(ofRows), hard ? sum(hard) : 0);
    return {
      loss: mul(addN(losses), 1 / rows),
      pull: mean(pull),
      hard: hard && mean(hard),
      ofBias: mul<Scalar>(sub(all, sum(pull)), 1 / rows),
      // Both directions see the same entries; each has half of them.
      grid: (z, _, side) => mul(probabilities(add(z, bias)), (side ? 0.5 : 1) / rows),
      shares: (side) =>
        side === 'image'
          ? { pull, hard, easy: () => ofRows }
          : {
              pull,
              // Texts beyond the positives' have no row of their own.
              easy: () => {
                const ofColumns = addN(easy.map((tile) => tile.ofColumns));
                return reshape(slice(ofColumns, [0], [rows]), [rows, 1]);
              },
            },
    };
  };

/** σ(z), 0 where z is masked: below −80 float32 has nothing that counts, and some GPUs turn e^∞ into NaN. */
function probabilities(z: Tensor2D): Tensor2D {
  return sigmoid(maximum(z, -80) as Tensor2D);
}
