import type { ContrastiveOptions } from './contrastive-loss';
import { captionsLayout } from './layouts/captions';
import type { Layout, LayoutName } from './layouts/layout';
import { pairedLayout } from './layouts/paired';
import { tripletLayout } from './layouts/triplet';
import { adaptiveMargin } from './margins/adaptive-margin';
import type { Margin } from './margins/margin';
import type { BatchNeeds } from './read-batch';
import type { Recipe } from './run-blocks';
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

/** The recipe that the options ask for, checked, and what it needs of a batch. */
export function readRecipe(op: string, options: CementOptions): { recipe: Recipe; needs: BatchNeeds } {
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
    recipe: { layout: LAYOUTS[layout], margin },
    needs: { hardCaptions: true, hardImages: layout !== 'captions', concreteness: margin.needsConcreteness },
  };
}
