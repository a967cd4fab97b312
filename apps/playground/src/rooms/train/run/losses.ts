import { adaptiveMargin, cementLoss, infoNceLoss, negClipLoss } from '@slipform/cement-loss';
import type { EmbeddedBatch } from '@slipform/clip';
import type { Scalar } from '@tensorflow/tfjs-core';

/** The three that learn side by side, in the order of the page. */
export const armNames = ['infoNce', 'hard', 'cement'] as const;
export type ArmName = (typeof armNames)[number];

export type ArmLoss = (batch: EmbeddedBatch, options: { readonly logitScale: Scalar | number }) => Scalar;

/** The loss of an arm, all of which get the same batch. */
export function lossOf(arm: ArmName, margin: number): ArmLoss {
  switch (arm) {
    case 'infoNce':
      return (batch, options) => infoNceLoss(batch, options);
    case 'hard':
      return (batch, options) => negClipLoss(batch, options);
    case 'cement':
      return (batch, options) => cementLoss(batch, { ...options, margin: adaptiveMargin({ max: margin }) });
  }
}
