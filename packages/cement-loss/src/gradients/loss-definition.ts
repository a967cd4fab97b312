import type { Scalar } from '@tensorflow/tfjs-core';
import type { ContrastiveBatch } from '../batch/batch';
import type { CheckedBatch } from '../batch/read-batch';
import type { LogitBlock } from '../blocks/logit-block';
import type { Objective } from '../objectives/objective';

/** What distinguishes one loss from another. */
export interface LossDefinition {
  /** Checks a batch; what a loss does not read of it is not checked either. */
  readonly read: (op: string, batch: ContrastiveBatch) => CheckedBatch;
  /** Which logits the loss is made of. */
  readonly layout: (batch: CheckedBatch) => LogitBlock[];
  /** What it is of these logits. */
  readonly objective: Objective;
  /** An input of the objective's own, to which gradients flow. */
  readonly bias?: Scalar | undefined;
  /** Whether it stands beside another loss: a gradient budget adds it to that one's rows. */
  readonly isTerm?: true;
}
