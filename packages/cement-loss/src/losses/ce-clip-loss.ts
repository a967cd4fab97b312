import {
  add,
  cast,
  div,
  greater,
  maximum,
  minimum,
  mul,
  neg,
  relu,
  reshape,
  type Scalar,
  sub,
  sum,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  tidy,
} from '@tensorflow/tfjs-core';
import type { ContrastiveBatch } from '../batch/batch';
import type { CheckedBatch } from '../batch/read-batch';
import { readHard } from '../batch/read-hard';
import { toTensor } from '../batch/to-tensor';
import { MASKED, maskOf } from '../blocks/mask';
import { type ContrastiveOptions, contrastiveLoss, contrastiveOptions } from '../gradients/contrastive-loss';
import { unitRows } from '../gradients/unit-rows';
import { captionsLayout } from '../layouts/captions';
import type { Objective, ObjectiveResult } from '../objectives/objective';
import { softmaxObjective } from '../objectives/softmax-objective';
import { softmaxRow } from '../objectives/softmax-row';
import { checkNotNegative } from '../options/check-number';
import { checkBoolean, readOptions } from '../options/read-options';
import { readLogitScale } from '../options/read-scalar';
import { refuse } from '../options/refuse';
import { refuseOldTfjs } from '../options/refuse-old-tfjs';

export interface CeClipOptions extends ContrastiveOptions {
  /** What the rank loss counts beside the contrastive loss, ≥ 0. Default 0.2. */
  readonly rankWeight?: number | undefined;
  /** The most that an adaptive threshold may be, in logits. Default 10. */
  readonly upperBound?: number | undefined;
  /**
   * The thresholds in logits, `[K]` or one number for all: what `ceClipThresholds` returned for the batch before, as
   * the authors have it. Default: those of this batch itself, without a gradient.
   */
  readonly thresholds?: number | Tensor | readonly number[] | undefined;
  /** Whether hard captions also join the denominators of the image rows, as in `negClipLoss`. Default true. */
  readonly useHardCaptions?: boolean | undefined;
}

/**
 * CE-CLIP's cross-modal rank loss beside the contrastive loss: each true caption must be ahead of its k-th hard
 * caption by a threshold that follows how far ahead true captions are on average, a curriculum.
 *
 *     L = L_contrastive + λ · mean_{i,k} max(0, s(v_i,h_ik)/τ − s(v_i,t_i)/τ + Th_k)
 *     Th_k = min(u, mean_i [ s(v_i,t_i)/τ − s(v_i,h_ik)/τ ])
 *
 * L_contrastive is that of `negClipLoss`, or with `useHardCaptions: false` of `infoNceLoss`. Hard captions that are
 * missing (`valid` 0) leave both means. This is the cross-modal part of CE-CLIP. Its intra-modal contrast among captions,
 * λ · mean_i −ln( e^{s(v_i,t_i)/τ} / [ e^{s(v_i,t_i)/τ} + Σ_jk e^{s(t_i,h_jk)/τ} ] ), is not here.
 *
 * ```js
 * const loss = ceClipLoss({ images, captions, hardCaptions }, { thresholds });
 * ```
 *
 * @param batch `images`, `captions` `[N, D]`, `hardCaptions` `[N, K, D]` or `[N, D]`; `valid` and `groups` optional.
 * @returns A scalar. Gradients flow to the embeddings and a tensor `logitScale`, none through the thresholds.
 * @throws Error naming the argument when something is missing or a shape, dtype or value does not fit.
 * @source Zhang et al. 2024 (arXiv 2306.08832); λ, u and the use of logits are those of the authors' code
 */
export function ceClipLoss(batch: ContrastiveBatch, options: CeClipOptions = {}): Scalar {
  const op = 'ceClipLoss';
  return tidy(op, () => {
    const read = readOptions(op, options, {
      ...contrastiveOptions,
      rankWeight: '',
      upperBound: '',
      thresholds: '',
      useHardCaptions: '',
    });
    const { rankWeight = 0.2, upperBound = 10, thresholds, useHardCaptions = true } = read;
    checkNotNegative(op, { rankWeight, upperBound });
    checkBoolean(op, 'useHardCaptions', useHardCaptions);
    const given =
      thresholds === undefined
        ? undefined
        : toTensor(op, 'thresholds', typeof thresholds === 'number' ? [thresholds] : thresholds);
    const thresholdsOf = (gaps: Tensor2D): Tensor => {
      const hardPerRow = gaps.shape[1];
      if (given && (given.rank > 1 || ![1, hardPerRow].includes(given.size))) {
        refuse(op, 'thresholds', `be one number or of shape [${hardPerRow}]`, given);
      }
      return given ?? adaptiveThresholds(gaps, upperBound);
    };
    // Without hard captions in the denominators their columns are not there, only the pairs' own.
    const layout = (checked: CheckedBatch) =>
      captionsLayout(checked).map((block) =>
        useHardCaptions ? block : { ...block, textRows: ['captions'] as const, absent: undefined },
      );
    const definition = {
      read: readHard,
      layout,
      objective: withRankLoss(rankWeight, useHardCaptions, thresholdsOf),
    };
    return contrastiveLoss(op, definition, batch, read);
  });
}

/**
 * The thresholds for the next batch, `[K]` in logits: how far the true captions of this one are ahead of its k-th
 * hard captions on average, at most `upperBound`. Inside `minimize` keep them from being tidied away:
 *
 * ```js
 * let thresholds; // of this batch itself at first
 * optimizer.minimize(() => {
 *   const before = thresholds;
 *   const loss = ceClipLoss(batch, { thresholds: before });
 *   thresholds = tf.keep(ceClipThresholds(batch));
 *   tf.dispose(before);
 *   return loss;
 * });
 * ```
 *
 * @throws Error naming the argument, as the loss does.
 * @source Zhang et al. 2024 (arXiv 2306.08832)
 */
export function ceClipThresholds(
  batch: ContrastiveBatch,
  options: Pick<CeClipOptions, 'logitScale' | 'normalize' | 'upperBound'> = {},
): Tensor1D {
  const op = 'ceClipThresholds';
  return tidy(op, () => {
    refuseOldTfjs(op);
    const read = readOptions(op, options, { logitScale: ' (1/τ)', normalize: '', upperBound: '' });
    const { normalize = true, upperBound = 10 } = read;
    checkBoolean(op, 'normalize', normalize);
    checkNotNegative(op, { upperBound });
    const scale = readLogitScale(op, read.logitScale);
    const { images, captions, hardCaptions, valid } = readHard(op, batch);
    const [rows, dim] = images.shape;
    const [v, t, h] = [images, captions, hardCaptions as Tensor].map((x) => {
      const beside = reshape(x, [rows, -1, dim]);
      return normalize ? unitRows(beside).unit : beside;
    }) as [Tensor, Tensor, Tensor];
    const gaps = mul<Tensor2D>(sum(mul(v, sub(h, t)), 2), scale);
    return reshape(adaptiveThresholds(valid ? add(gaps, maskOf(valid)) : gaps, upperBound), [-1]);
  });
}

/** The softmax loss and beside it the rank loss. */
function withRankLoss(
  rankWeight: number,
  useHardCaptions: boolean,
  thresholdsOf: (gaps: Tensor2D) => Tensor,
): Objective {
  const softmax = softmaxObjective(softmaxRow);
  return (logits) => {
    const result = softmax(useHardCaptions ? logits : { ...logits, own: undefined });
    const gaps = sub<Tensor2D>(logits.own as Tensor2D, logits.positives);
    const behind = add<Tensor2D>(gaps, thresholdsOf(gaps));
    const each = div(rankWeight, maximum(sum(presentIn(gaps)), 1));
    const push = mul<Tensor2D>(cast(greater(behind, 0), 'float32'), each);
    /** What the rank loss adds to parts of the whole loss, or `times` as much. */
    const plus = <T extends Pick<ObjectiveResult, 'pull' | 'hard'>>(parts: T, times: number): T => {
      const hard = mul<Tensor2D>(push, times);
      return {
        ...parts,
        pull: add<Tensor2D>(parts.pull, sum(hard, 1, true)),
        hard: parts.hard ? add<Tensor2D>(parts.hard, hard) : hard,
      };
    };
    return {
      ...plus(result, 1),
      loss: add(result.loss, mul(sum(relu(behind)), each)),
      // The whole loss has each image row's by half of 1 / R.
      shares: (side) => {
        const shares = result.shares(side);
        return side === 'image' ? plus(shares, 2 * gaps.shape[0]) : shares;
      },
    };
  };
}

/** `[1, K]` from gaps `[N, K]`. */
function adaptiveThresholds(gaps: Tensor2D, upperBound: number): Tensor2D {
  const present = presentIn(gaps);
  const ahead = div(sum(mul(neg(gaps), present), 0, true), maximum(sum(present, 0, true), 1));
  return minimum(ahead, upperBound) as Tensor2D;
}

function presentIn(gaps: Tensor2D): Tensor2D {
  return cast(greater<Tensor2D>(gaps, MASKED / 2), 'float32');
}
