import {
  adaptiveMargin,
  balancedMargin,
  ceClipLoss,
  cementLoss,
  hnNceLoss,
  infoNceLoss,
  type Margin,
  negClipLoss,
  noMargin,
  staticMargin,
} from '@slipform/cement-loss';
import type { EmbeddedBatch } from '@slipform/clip';
import type { Scalar } from '@tensorflow/tfjs-core';
import type { LossSpec, Run } from '../run';

type Loss = (batch: EmbeddedBatch, options: { readonly logitScale: Scalar | number }) => Scalar;

/** The loss of a run, in its layout. `extraEasy` differs from `noMargin` in its data alone. */
export function lossOf({ loss, layout }: Pick<Run, 'loss' | 'layout'>): Loss {
  switch (loss.name) {
    case 'infoNce':
      return (batch, options) => infoNceLoss(batch, options);
    case 'extraEasy':
    case 'noMargin':
      // In the paired layout NegCLIP's loss has no name of its own: it is Cement without a margin.
      return layout === 'captions'
        ? (batch, options) => negClipLoss(batch, options)
        : (batch, options) => cementLoss(batch, { ...options, layout, margin: noMargin() });
    case 'ceClip':
      return (batch, options) => ceClipLoss(batch, options);
    case 'hnNce':
      return (batch, options) => hnNceLoss(batch, options);
    default: {
      const margin = marginOf(loss);
      return (batch, options) => cementLoss(batch, { ...options, layout, margin });
    }
  }
}

/** The margin of a loss; none where it has none. */
function marginOf(loss: LossSpec): Margin {
  switch (loss.name) {
    case 'static':
      return staticMargin({ value: loss.value });
    case 'adaptive':
      return adaptiveMargin({ max: loss.max, min: loss.min ?? 0 });
    case 'balanced':
      return balancedMargin({ share: loss.share });
    default:
      return noMargin();
  }
}
