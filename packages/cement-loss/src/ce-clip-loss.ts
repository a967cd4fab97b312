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
import type { ContrastiveBatch } from './batch';
import { type ContrastiveOptions, contrastiveLoss } from './contrastive-loss';
import { captionsLayout } from './layouts/captions';
import { MASKED, maskOf } from './mask';
import { flatten } from './parts';
import { type CheckedBatch, shapeOf } from './read-batch';
import { readHard } from './read-hard';
import { readLogitScale } from './read-scalar';
import { besideImages } from './run-block';
import { type RowLoss, softmaxObjective } from './softmax-objective';
import { softmaxRow } from './softmax-row';
import { describe, toTensor } from './to-tensor';
import { unitRows } from './unit-rows';

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
 * missing (`valid` 0) leave both means. CE-CLIP's third part, a contrast among captions, is not here.
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
  return tidy('ceClipLoss', () => {
    const { rankWeight = 0.2, upperBound = 10, thresholds, useHardCaptions = true } = options;
    for (const [name, value] of Object.entries({ rankWeight, upperBound })) {
      if (!Number.isFinite(value) || value < 0) {
        throw new Error(`ceClipLoss: ${name} must be a number ≥ 0, got ${describe(value)}`);
      }
    }
    const given = thresholds === undefined ? undefined : readThresholds(thresholds);
    const objective = softmaxObjective(
      rankRow(rankWeight, useHardCaptions, (gaps) => {
        const hardPerRow = gaps.shape[1];
        if (given && given.size !== 1 && given.size !== hardPerRow) {
          throw new Error(
            `ceClipLoss: thresholds must have one entry for each of the ${hardPerRow} hard captions of a pair, got ${given.size}`,
          );
        }
        return given ? reshape(given, [1, given.size]) : adaptiveThresholds(gaps, upperBound);
      }),
    );
    // Without hard captions in the denominators their columns are not there, only the pairs' own.
    const layout = (checked: CheckedBatch) =>
      captionsLayout(checked).map((block) =>
        useHardCaptions ? block : { ...block, textParts: ['captions'] as const, textPresent: undefined },
      );
    return contrastiveLoss('ceClipLoss', { read: readHard, layout, objective }, batch, options);
  });
}

/**
 * The thresholds for the next batch, `[K]` in logits: how far the true captions of this one are ahead of its k-th
 * hard captions on average, at most `upperBound`. Keep them from step to step and dispose the old ones.
 *
 * @throws Error naming the argument, as the loss does.
 * @source Zhang et al. 2024 (arXiv 2306.08832)
 */
export function ceClipThresholds(
  batch: ContrastiveBatch,
  options: Pick<CeClipOptions, 'logitScale' | 'normalize' | 'upperBound'> = {},
): Tensor1D {
  return tidy('ceClipThresholds', () => {
    const { normalize = true, upperBound = 10 } = options;
    const scale = readLogitScale('ceClipThresholds', options.logitScale);
    const checked = readHard('ceClipThresholds', batch);
    const [images, captions, hard] = [checked.images, checked.captions, checked.hardCaptions].map((x) => {
      const flat = flatten(x ?? checked.images);
      return normalize ? unitRows(flat).unit : flat;
    }) as [Tensor2D, Tensor2D, Tensor2D];
    const [, hardCaptions] = besideImages(images, hard);
    const [ours, beside] = besideImages(images, captions);
    const gaps = mul<Tensor2D>(sum(mul(ours, sub(hardCaptions, beside)), 2), scale);
    const { valid } = checked;
    return reshape(adaptiveThresholds(valid ? add(gaps, maskOf(valid)) : gaps, upperBound), [-1]);
  });
}

function rankRow(
  rankWeight: number,
  useHardCaptions: boolean,
  thresholdsOf: (gaps: Tensor2D) => Tensor2D,
): RowLoss {
  return {
    powers: softmaxRow.powers,
    of: ({ easy, hard }) => {
      const contrast = softmaxRow.of(useHardCaptions ? { easy, hard } : { easy });
      if (!hard) return contrast;
      const behind = add<Tensor2D>(hard, thresholdsOf(hard));
      // The loss is half the mean over image rows; the rank loss is the mean over hard captions that are there.
      const perPair = div(2 * rankWeight * hard.shape[0], maximum(sum(presentIn(hard)), 1));
      const push = mul<Tensor2D>(cast(greater(behind, 0), 'float32'), perPair);
      return {
        losses: add(contrast.losses, mul(sum(relu(behind), 1, true), perPair)),
        pull: add(contrast.pull, sum(push, 1, true)),
        hard: contrast.hard ? add<Tensor2D>(contrast.hard, push) : push,
        terms: contrast.terms,
      };
    },
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

function readThresholds(thresholds: number | Tensor | readonly number[]): Tensor {
  const given = toTensor(
    'ceClipLoss',
    'thresholds',
    typeof thresholds === 'number' ? [thresholds] : thresholds,
  );
  if (given.rank > 1) {
    throw new Error(`ceClipLoss: thresholds must be a number or have shape [K], got ${shapeOf(given)}`);
  }
  return given;
}
