import { add, type Tensor2D } from '@tensorflow/tfjs-core';
import { readConcreteness, readHard, readHardImages } from '../batch/read-hard';
import { type ContrastiveOptions, contrastiveOptions } from '../gradients/contrastive-loss';
import type { LossDefinition } from '../gradients/loss-definition';
import { captionsLayout } from '../layouts/captions';
import type { Layout, LayoutName } from '../layouts/layout';
import { pairedLayout } from '../layouts/paired';
import { tripletLayout } from '../layouts/triplet';
import { adaptiveMargin } from '../margins/adaptive-margin';
import { marginsOf, ofCosines, ofScaleBy, readMargin, withMargin } from '../margins/apply-margin';
import type { Margin } from '../margins/margin';
import type { Objective } from '../objectives/objective';
import { softmaxObjective } from '../objectives/softmax-objective';
import { softmaxRow } from '../objectives/softmax-row';
import type { OptionNames } from '../options/read-options';
import { refuse } from '../options/refuse';

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
  const { needsConcreteness } = readMargin(op, margin);
  return {
    read: (name, batch) => {
      const checked = (layout === 'captions' ? readHard : readHardImages)(name, batch);
      return needsConcreteness ? readConcreteness(name, batch, checked) : checked;
    },
    layout: (batch) => LAYOUTS[layout](batch, marginsOf(op, margin, batch)),
    objective: cementObjective(op, margin),
  };
}

/** InfoNCE with a margin on the own hard negatives, or with `others` on all negatives. */
function cementObjective(op: string, margin: Margin): Objective {
  const objective = softmaxObjective(softmaxRow, (...given) => withMargin(op, margin, ...given));
  const { perCosine, others } = margin;
  return (logits) => {
    const raise = (easy: Tensor2D): Tensor2D =>
      perCosine && others ? add(easy, ofCosines(op, perCosine, easy, logits.scale)) : easy;
    const result = objective({
      ...logits,
      eachTile: (see) => logits.eachTile((easy, tile) => see(raise(easy), tile)),
    });
    return {
      ...result,
      ...ofScaleBy(margin, result, logits.block.margins),
      grid: (easy, tile, side) => result.grid(raise(easy), tile, side),
    };
  };
}
