import { Tensor } from '@tensorflow/tfjs-core';
import type { TrainBatch } from '../gradients/train-batch';
import type { ClipModel } from '../model/clip-model';

/**
 * A batch whose hard captions count for nothing, whatever the loss: their slots are marked as empty, and hold a text of two
 * tokens, so that they cost next to nothing.
 */
export function plainBatch({ config }: ClipModel, batch: TrainBatch): TrainBatch {
  const { hardTokens } = batch;
  if (hardTokens === undefined) return batch;
  const { startToken, endToken } = config.text;
  const perPair = perPairOf(hardTokens);
  const pairs = hardTokens instanceof Tensor ? hardTokens.shape[0] : hardTokens.length;
  const slots = <T>(value: T): T[] | T[][] =>
    Array.from({ length: pairs }, () => (perPair === undefined ? value : Array(perPair).fill(value))) as T[];
  return {
    ...batch,
    hardTokens: slots([startToken, endToken]) as number[][],
    valid: slots(0),
  };
}

/** K of [batch, K, length]. */
function perPairOf(tokens: NonNullable<TrainBatch['hardTokens']>): number | undefined {
  if (tokens instanceof Tensor) return tokens.rank === 3 ? tokens.shape[1] : undefined;
  const [first] = tokens as readonly (readonly unknown[])[];
  return Array.isArray(first?.[0]) ? first.length : undefined;
}
