import type { Scalar } from '@tensorflow/tfjs-core';
import type { ContrastiveBatch } from './batch';
import type { Block } from './block';
import type { Objective } from './objective';
import type { CheckedBatch } from './read-batch';

/** What distinguishes one loss from another. */
export interface Recipe {
  /** Checks a batch; what a loss does not read of it is not checked either. */
  readonly read: (op: string, batch: ContrastiveBatch) => CheckedBatch;
  /** Which logits the loss is made of. */
  readonly layout: (batch: CheckedBatch) => Block[];
  /** What it is of these logits. */
  readonly objective: Objective;
  /** An input of the objective's own, to which gradients flow. */
  readonly bias?: Scalar | undefined;
}
