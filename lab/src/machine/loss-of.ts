import {
  adaptiveMargin,
  cementLoss,
  infoNceLoss,
  negClipLoss,
  noMargin,
  staticMargin,
} from '@slipform/cement-loss';
import type { EmbeddedBatch } from '@slipform/clip';
import type { Scalar } from '@tensorflow/tfjs-core';
import type { Run } from '../run';

type Loss = (batch: EmbeddedBatch, options: { readonly logitScale: Scalar | number }) => Scalar;

/** The loss of a run, in its layout. */
export function lossOf({ loss, layout }: Pick<Run, 'loss' | 'layout'>): Loss {
  switch (loss.name) {
    case 'infoNce':
      return (batch, options) => infoNceLoss(batch, options);
    case 'noMargin':
      // In the paired layout NegCLIP's loss has no name of its own: it is Cement without a margin.
      return layout === 'captions'
        ? (batch, options) => negClipLoss(batch, options)
        : (batch, options) => cementLoss(batch, { ...options, layout, margin: noMargin() });
    case 'static':
    case 'adaptive': {
      const margin =
        loss.name === 'static'
          ? staticMargin({ value: loss.value })
          : adaptiveMargin({ max: loss.max, min: loss.min ?? 0 });
      return (batch, options) => cementLoss(batch, { ...options, layout, margin });
    }
  }
}
