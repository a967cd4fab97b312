import type { ContrastiveOptions } from './contrastive-loss';
import { captionsLayout } from './layouts/captions';
import type { Layout, LayoutName } from './layouts/layout';
import { pairedLayout } from './layouts/paired';
import { tripletLayout } from './layouts/triplet';
import { adaptiveMargin } from './margins/adaptive-margin';
import type { Margin } from './margins/margin';
import { hardPerRowOf, readConcreteness, readHard, readHardImages } from './read-hard';
import type { Recipe } from './recipe';
import { softmaxObjective } from './softmax-objective';
import { softmaxRow } from './softmax-row';
import { describe } from './to-tensor';

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
  const { layout = 'captions', margin = adaptiveMargin() } = options;
  if (!Object.hasOwn(LAYOUTS, layout)) {
    throw new Error(`${op}: layout must be 'captions', 'triplet' or 'paired', got ${describe(layout)}`);
  }
  if (typeof margin !== 'object' || margin === null || typeof margin.name !== 'string') {
    throw new Error(
      `${op}: margin must be what noMargin(), staticMargin({ value }) or adaptiveMargin({ max }) returns, got ${describe(margin)}`,
    );
  }
  return {
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
    objective: softmaxObjective(softmaxRow, margin),
  };
}
