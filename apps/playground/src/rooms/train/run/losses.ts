import { adaptiveMargin, cementLoss, infoNceLoss, negClipLoss } from '@slipform/cement-loss';
import type { EmbeddedBatch } from '@slipform/clip';
import type { Scalar } from '@tensorflow/tfjs-core';
import type { BatchesOptions } from './batches';

/** The three that learn side by side, in the order of the page. */
export const armNames = ['infoNce', 'mined', 'slipform'] as const;
export type ArmName = (typeof armNames)[number];

/** What each gets of hard captions. */
export const hardOf: Readonly<Record<ArmName, BatchesOptions['hard']>> = {
  infoNce: 'none',
  mined: 'captions',
  slipform: 'paired',
};

export type ArmLoss = (batch: EmbeddedBatch, options: { readonly logitScale: Scalar | number }) => Scalar;

export function lossOf(arm: ArmName, max: number): ArmLoss {
  switch (arm) {
    case 'infoNce':
      return (batch, options) => infoNceLoss(batch, options);
    case 'mined':
      return (batch, options) => negClipLoss(batch, options);
    case 'slipform': {
      const margin = adaptiveMargin({ max, min: 0, scale: 'rank' });
      return (batch, options) => cementLoss(batch, { ...options, layout: 'paired', margin });
    }
  }
}
