import { add, mul, type Scalar, sum, type Tensor2D } from '@tensorflow/tfjs-core';
import { hardPerRowOf, readConcreteness, readHard, readHardImages } from '../batch/read-hard';
import { type ContrastiveOptions, contrastiveOptions } from '../gradients/contrastive-loss';
import type { LossDefinition } from '../gradients/loss-definition';
import { captionsLayout } from '../layouts/captions';
import type { Layout, LayoutName } from '../layouts/layout';
import { pairedLayout } from '../layouts/paired';
import { tripletLayout } from '../layouts/triplet';
import { adaptiveMargin } from '../margins/adaptive-margin';
import type { Margin } from '../margins/margin';
import { rowLogSumExp } from '../objectives/log-sum-exp';
import type { Objective } from '../objectives/objective';
import { type AddMargin, softmaxObjective } from '../objectives/softmax-objective';
import { softmaxRow } from '../objectives/softmax-row';
import { checkChoice } from '../options/check-choice';
import type { OptionNames } from '../options/read-options';
import { isTensor, reading, refuse, shapeOf } from '../options/refuse';

export interface CementOptions extends ContrastiveOptions {
  /** The margin on each pair's own hard negatives. Default `adaptiveMargin()`: 0 to 2 logits, linear in concreteness. */
  readonly margin?: Margin | undefined;
  /** Which logits the loss is made of. Default `'captions'`; `'triplet'` and `'paired'` take `hardImages` and K = 1. */
  readonly layout?: LayoutName | undefined;
}

export const cementOptions: OptionNames<CementOptions> = { ...contrastiveOptions, margin: '', layout: '' };

const LAYOUTS: Readonly<Record<LayoutName, Layout>> = {
  captions: captionsLayout,
  triplet: tripletLayout,
  paired: pairedLayout,
};

/** The definition that the options of the Cement loss ask for, checked; they have been read. */
export function defineCement(op: string, options: CementOptions): LossDefinition {
  const { layout = 'captions', margin = adaptiveMargin() } = options;
  if (typeof layout !== 'string' || !Object.hasOwn(LAYOUTS, layout)) {
    refuse(op, 'layout', "be 'captions', 'triplet' or 'paired'", layout);
  }
  const { unit, needsConcreteness } = reading(op, 'margin', () => {
    const isFunction = (x: unknown): boolean => x === undefined || typeof x === 'function';
    if (
      typeof margin?.name !== 'string' ||
      typeof margin !== 'object' ||
      !isFunction(margin.perNegative) ||
      !isFunction(margin.perRow)
    ) {
      refuse(op, 'margin', 'be what adaptiveMargin() or another margin returns', margin);
    }
    return margin;
  });
  checkChoice(op, 'margin.unit', unit, 'logit', 'cosine');
  return {
    read: (name, batch) => {
      const checked = (layout === 'captions' ? readHard : readHardImages)(name, batch);
      return needsConcreteness ? readConcreteness(name, batch, checked) : checked;
    },
    layout: (batch) => {
      const { concreteness, valid } = batch;
      const shape = [batch.rows, hardPerRowOf(batch)] as const;
      const margins = margin.perNegative?.({
        shape,
        ...(concreteness && { concreteness }),
        ...(valid && { valid }),
      });
      if (margins !== undefined) checkMargins(op, 'perNegative', margins, shape);
      return LAYOUTS[layout](batch, margins);
    },
    objective: withMargin(op, margin),
  };
}

/** A margin may be the user's own. */
function checkMargins(op: string, name: string, margins: Tensor2D, shape: readonly number[]): void {
  const wanted = `[${shape.join(', ')}]`;
  if (!isTensor(margins) || margins.dtype !== 'float32' || shapeOf(margins) !== wanted) {
    refuse(op, `margin.${name}`, `return float32 ${wanted}`, margins);
  }
}

/** InfoNCE with a margin on the own hard negatives. */
function withMargin(op: string, { unit, perRow }: Margin): Objective {
  const inCosines = unit === 'cosine';
  const addMargin: AddMargin = (gaps, others, { block: { margins, ownPresent }, scale }) => {
    if (perRow) {
      const margin = perRow({ own: rowLogSumExp(gaps), others });
      checkMargins(op, 'perRow', margin, others.shape);
      // Where no own hard negative is there, the margin that would give it a share lifts the mask itself.
      return add(gaps, ownPresent ? mul(margin, ownPresent) : margin);
    }
    return margins ? add(gaps, inCosines ? mul(margins, scale) : margins) : gaps;
  };
  const objective = softmaxObjective(softmaxRow, addMargin);
  return (logits) => {
    const result = objective(logits);
    const { hard } = result;
    const { margins } = logits.block;
    return inCosines && hard && margins ? { ...result, ofScale: sum<Scalar>(mul(hard, margins)) } : result;
  };
}
