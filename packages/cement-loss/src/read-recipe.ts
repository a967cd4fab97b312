import { add, mul, type Scalar, sum } from '@tensorflow/tfjs-core';
import type { ContrastiveOptions } from './contrastive-loss';
import { captionsLayout } from './layouts/captions';
import type { Layout, LayoutName } from './layouts/layout';
import { pairedLayout } from './layouts/paired';
import { tripletLayout } from './layouts/triplet';
import { rowLogSumExp } from './log-sum-exp';
import { adaptiveMargin } from './margins/adaptive-margin';
import { checkChoice } from './margins/check-margin-option';
import type { Margin } from './margins/margin';
import type { Objective } from './objective';
import { hardPerRowOf, readConcreteness, readHard, readHardImages } from './read-hard';
import type { Recipe } from './recipe';
import { refuse } from './refuse';
import { type AddMargin, softmaxObjective } from './softmax-objective';
import { softmaxRow } from './softmax-row';

export interface CementOptions extends ContrastiveOptions {
  /** The margin on each pair's own hard negatives. Default `adaptiveMargin()`: 0 to 2 logits, linear in concreteness. */
  readonly margin?: Margin | undefined;
  /** Which logits the loss is made of. Default `'captions'`; `'triplet'` and `'paired'` take `hardImages` and K = 1. */
  readonly layout?: LayoutName | undefined;
}

const LAYOUTS: Readonly<Record<LayoutName, Layout>> = {
  captions: captionsLayout,
  triplet: tripletLayout,
  paired: pairedLayout,
};

/** The recipe that the options of the Cement loss ask for, checked. */
export function readRecipe(op: string, options: CementOptions): Recipe {
  const { layout = 'captions', margin = adaptiveMargin() } = options ?? {};
  if (typeof layout !== 'string' || !Object.hasOwn(LAYOUTS, layout)) {
    refuse(op, 'layout', "be 'captions', 'triplet' or 'paired'", layout);
  }
  if (typeof margin?.name !== 'string' || typeof margin !== 'object') {
    refuse(op, 'margin', 'be what adaptiveMargin() or another margin returns', margin);
  }
  checkChoice(op, 'margin.unit', margin.unit, 'logit', 'cosine');
  return {
    options: ', margin, layout',
    read: (name, batch) => {
      const checked = (layout === 'captions' ? readHard : readHardImages)(name, batch);
      return margin.needsConcreteness ? readConcreteness(name, batch, checked) : checked;
    },
    layout: (batch) => {
      const { concreteness, valid } = batch;
      const margins = margin.perNegative?.({
        shape: [batch.rows, hardPerRowOf(batch)],
        ...(concreteness && { concreteness }),
        ...(valid && { valid }),
      });
      return LAYOUTS[layout](batch, margins);
    },
    objective: withMargin(margin),
  };
}

/** InfoNCE with a margin on the own hard negatives. */
function withMargin({ unit, perRow }: Margin): Objective {
  const inCosines = unit === 'cosine';
  const addMargin: AddMargin = (gaps, others, { block: { margins, ownPresent }, scale }) => {
    if (perRow) {
      const margin = perRow({ own: rowLogSumExp(gaps), others });
      // Where no own hard negative is there, the margin that would give it a share lifts the mask itself.
      return add(gaps, ownPresent ? mul(margin, ownPresent) : margin);
    }
    return margins ? add(gaps, inCosines ? mul(margins, scale) : margins) : gaps;
  };
  const objective = softmaxObjective(softmaxRow, addMargin);
  return (logits) => {
    const outcome = objective(logits);
    const { hard } = outcome;
    const { margins } = logits.block;
    return inCosines && hard && margins ? { ...outcome, ofScale: sum<Scalar>(mul(hard, margins)) } : outcome;
  };
}
