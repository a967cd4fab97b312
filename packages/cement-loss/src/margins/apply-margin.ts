import { add, div, maximum, mul, type Scalar, sum, type Tensor2D } from '@tensorflow/tfjs-core';
import type { CheckedBatch } from '../batch/read-batch';
import { hardPerRowOf } from '../batch/read-hard';
import { rowLogSumExp } from '../objectives/log-sum-exp';
import type { Logits, ObjectiveResult } from '../objectives/objective';
import { checkChoice } from '../options/check-choice';
import { checkBoolean } from '../options/read-options';
import { isTensor, reading, refuse, shapeOf } from '../options/refuse';
import type { Margin } from './margin';

/** A margin that was passed, checked: it may be the user's own. */
export function readMargin(op: string, margin: Margin): Margin {
  const isFunction = (x: unknown): boolean => x === undefined || typeof x === 'function';
  const { unit, others } = reading(op, 'margin', () => {
    if (
      typeof margin?.name !== 'string' ||
      typeof margin !== 'object' ||
      ![margin.perNegative, margin.perRow, margin.perCosine].every(isFunction)
    ) {
      refuse(op, 'margin', 'be what adaptiveMargin() or another margin returns', margin);
    }
    return margin;
  });
  checkChoice(op, 'margin.unit', unit, 'logit', 'cosine');
  if (others !== undefined) checkBoolean(op, 'margin.others', others);
  return margin;
}

/** The margins of a batch's hard captions, `[N, K]` in the margin's unit, where it has such. */
export function marginsOf(op: string, margin: Margin, batch: CheckedBatch): Tensor2D | undefined {
  const { concreteness, valid } = batch;
  const shape = [batch.rows, hardPerRowOf(batch)] as const;
  const margins = margin.perNegative?.({
    shape,
    ...(concreteness && { concreteness }),
    ...(valid && { valid }),
  });
  if (margins !== undefined) checkMargins(op, 'perNegative', margins, shape);
  return margins;
}

/** Own hard negatives' gaps to the positives, `[R, K]`, with the margin. `others` is the log-sum-exp of the easy ones. */
export function withMargin(
  op: string,
  { unit, perRow, perCosine }: Margin,
  gaps: Tensor2D,
  others: Tensor2D | undefined,
  { block: { margins, ownPresent }, scale, positives }: Logits,
): Tensor2D {
  if (perRow && others) {
    const margin = perRow({ own: rowLogSumExp(gaps), others });
    checkMargins(op, 'perRow', margin, others.shape);
    // Where no own hard negative is there, the margin that would give it a share lifts the mask itself.
    return add(gaps, ownPresent ? mul(margin, ownPresent) : margin);
  }
  if (perCosine) return add(gaps, ofCosines(op, perCosine, add(gaps, positives), scale));
  return margins ? add(gaps, unit === 'cosine' ? mul(margins, scale) : margins) : gaps;
}

/** The margins that a `perCosine` gives to logits. */
export function ofCosines(
  op: string,
  perCosine: NonNullable<Margin['perCosine']>,
  logits: Tensor2D,
  scale: Scalar,
): Tensor2D {
  // What is masked stays so; no cosine is below.
  const margin = perCosine(maximum(div(logits, scale), -1e12));
  checkMargins(op, 'perCosine', margin, logits.shape);
  return margin;
}

/** What margins in cosine units add to ∂loss/∂(1/τ). */
export function ofScaleBy({ unit }: Margin, { hard }: ObjectiveResult, margins: Tensor2D | undefined) {
  return unit === 'cosine' && hard && margins ? { ofScale: sum<Scalar>(mul(hard, margins)) } : {};
}

function checkMargins(op: string, name: string, margins: Tensor2D, shape: readonly number[]): void {
  const wanted = `[${shape.join(', ')}]`;
  if (!isTensor(margins) || margins.dtype !== 'float32' || shapeOf(margins) !== wanted) {
    refuse(op, `margin.${name}`, `return float32 ${wanted}`, margins);
  }
}
