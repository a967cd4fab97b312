import type { Scalar } from '@tensorflow/tfjs-core';
import type { ContrastiveBatch } from '../batch/batch';
import { readConcreteness, readHard } from '../batch/read-hard';
import { type ContrastiveOptions, contrastiveLoss, contrastiveOptions } from '../gradients/contrastive-loss';
import type { LossDefinition } from '../gradients/loss-definition';
import { marginsOf, ofScaleBy, readMargin, withMargin } from '../margins/apply-margin';
import type { Margin } from '../margins/margin';
import { noMargin } from '../margins/no-margin';
import { ownObjective } from '../objectives/own-objective';
import { checkNotNegative } from '../options/check-number';
import { readOptions } from '../options/read-options';
import { refuse } from '../options/refuse';
import type { LossTerm } from './sum-losses';

export interface OwnNegativesOptions {
  /** λ ≥ 0, what the term counts. Default 0.5, FSC-CLIP's. */
  readonly weight?: number | undefined;
  /** γ, 0 to 100: how much less a row counts that is right already, (1 − p)^γ. Default 0, cross entropy. */
  readonly focus?: number | undefined;
  /** ε, 0 to 1: how much of the label is spread evenly over the row. Default 0. */
  readonly smoothing?: number | undefined;
  /** A margin on the hard captions' logits, as in `cementLoss`; not `balancedMargin`. Default `noMargin()`. */
  readonly margin?: Margin | undefined;
}

/**
 * A term for {@link sumLosses}: the true caption against the pair's own hard captions alone, beside an InfoNCE that does
 * not see them. With z = s/τ, K_i hard captions of pair i, margins m, and c = 0 for the true caption,
 *
 *     p_i = softmax(z(v_i,t_i), z(v_i,h_i1) + m_i1, …)
 *     L   = λ · mean_i Σ_c −y_c (1 − p_ic)^γ ln p_ic,   y_0 = 1 − ε + ε/(K_i + 1),  y_k = ε/(K_i + 1)
 *
 * The mean is over pairs that have a hard caption. FSC-CLIP's global term has λ = 0.5, γ = 2, ε = 0.02; CLIC's and
 * DeGLA's γ = ε = 0.
 *
 * ```js
 * const loss = sumLosses(infoNceLoss, ownNegatives({ weight: 0.5, focus: 2, smoothing: 0.02 }));
 * ```
 *
 * @returns A function of a batch (`images`, `captions` `[N, D]`, `hardCaptions` `[N, K, D]` or `[N, D]`; `valid` and
 *   `textIds` optional, `concreteness` for a margin that needs it) and of `logitScale`, `normalize`, `chunkSize`.
 *   Gradients flow to the embeddings and a tensor `logitScale`, none through the margin.
 * @throws Error naming the argument when a shape, dtype or value does not fit.
 * @source Oh et al. 2024 (FSC-CLIP, arXiv 2410.05210), the global term, with missing captions left out of the softmax
 */
export function ownNegatives(options: OwnNegativesOptions = {}): LossTerm {
  const op = 'ownNegatives';
  const names = { weight: '', focus: '', smoothing: '', margin: '' };
  const read = readOptions(op, options, names);
  const { weight = 0.5, focus = 0, smoothing = 0, margin = noMargin() } = read;
  checkNotNegative(op, { weight });
  checkNotNegative(op, { focus }, 100);
  checkNotNegative(op, { smoothing }, 1);
  const { needsConcreteness, perRow } = readMargin(op, margin);
  if (perRow) refuse(op, 'margin', 'be one of each hard caption, since no other negatives are here', margin);
  const objective = ownObjective(weight, focus, smoothing, (gaps, logits) =>
    withMargin(op, margin, gaps, undefined, logits),
  );
  const definition: LossDefinition = {
    isTerm: true,
    read: (name, batch) => {
      const checked = readHard(name, batch);
      return needsConcreteness ? readConcreteness(name, batch, checked) : checked;
    },
    layout: (batch) => [
      {
        imageRows: ['images'],
        textRows: ['captions'],
        ownRows: ['hardCaptions'],
        ownPresent: batch.valid,
        margins: marginsOf(op, margin, batch),
        noEasy: true,
      },
    ],
    objective: (logits) => {
      const result = objective(logits);
      return { ...result, ...ofScaleBy(margin, result, logits.block.margins) };
    },
  };
  return (batch: ContrastiveBatch, call: ContrastiveOptions = {}): Scalar =>
    contrastiveLoss(op, definition, batch, readOptions(op, call, contrastiveOptions));
}
