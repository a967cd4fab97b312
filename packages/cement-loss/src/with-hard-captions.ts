import { checkBoolean } from './check-keys';
import type { ContrastiveOptions } from './contrastive-loss';
import { captionsLayout } from './layouts/captions';
import { pairsLayout } from './layouts/pairs';
import { readPairs } from './read-batch';
import { readHard } from './read-hard';
import type { Recipe } from './recipe';

/** Options of the losses that were made for pairs only. */
export interface PairLossOptions extends ContrastiveOptions {
  /**
   * Whether the batch's hard captions join the negatives of the image rows, as they do in `negClipLoss`. Default
   * false: the loss as it was published, where hard captions in the batch are ignored.
   */
  readonly useHardCaptions?: boolean | undefined;
}

/** What a loss that was made for pairs reads of a batch, and how it lays it out; `others` are options of its own. */
export function withHardCaptions(
  op: string,
  options: PairLossOptions,
  others = '',
): Pick<Recipe, 'read' | 'layout' | 'options'> {
  const { useHardCaptions = false } = options ?? {};
  checkBoolean(op, 'useHardCaptions', useHardCaptions);
  return {
    options: `, useHardCaptions${others}`,
    ...(useHardCaptions
      ? { read: readHard, layout: captionsLayout }
      : { read: readPairs, layout: pairsLayout }),
  };
}
