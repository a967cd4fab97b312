import { readPairs } from '../batch/read-batch';
import { readHard } from '../batch/read-hard';
import { type ContrastiveOptions, contrastiveOptions } from '../gradients/contrastive-loss';
import type { LossDefinition } from '../gradients/loss-definition';
import { captionsLayout } from '../layouts/captions';
import { pairsLayout } from '../layouts/pairs';
import { checkBoolean, type OptionNames } from '../options/read-options';

/** Options of the losses that were made for pairs only. */
export interface PairLossOptions extends ContrastiveOptions {
  /**
   * Whether the batch's hard captions join the negatives of the image rows, as they do in `negClipLoss`. Default
   * false: the loss as it was published, where hard captions in the batch are ignored.
   */
  readonly useHardCaptions?: boolean | undefined;
}

export const pairLossOptions: OptionNames<PairLossOptions> = { ...contrastiveOptions, useHardCaptions: '' };

/** What a loss that was made for pairs reads of a batch, and how it lays it out. */
export function withHardCaptions(
  op: string,
  { useHardCaptions = false }: PairLossOptions,
): Pick<LossDefinition, 'read' | 'layout'> {
  checkBoolean(op, 'useHardCaptions', useHardCaptions);
  return useHardCaptions
    ? { read: readHard, layout: captionsLayout }
    : { read: readPairs, layout: pairsLayout };
}
