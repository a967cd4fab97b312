import { shown } from '@slipform/kit/printable';
import { InputError } from '../input-error';
import type { TrainBatch } from './train-batch';

/** Data that can start anywhere: batches from a step on, which counts from 0. */
export interface PositionedData {
  batchesFrom(step: number): Iterable<TrainBatch> | AsyncIterable<TrainBatch>;
}

/**
 * Batches by iteration, one for each step (which counts from 0), or from any step on. What depends on nothing
 * but the step goes on after an interruption as if there had been none; of a plain iterable the batches before
 * the step are made again and skipped.
 */
export type TrainData =
  | Iterable<TrainBatch>
  | AsyncIterable<TrainBatch>
  | ((step: number) => TrainBatch | Promise<TrainBatch>)
  | PositionedData;

/** Batches of the steps from `first` on, up to the end of the run or of the data. */
export async function* batchesFrom(
  data: TrainData,
  first: number,
  steps: number,
): AsyncGenerator<TrainBatch> {
  if (typeof data === 'function') {
    for (let step = first; step < steps; step++) yield await data(step);
  } else if (typeof data === 'object' && data !== null && 'batchesFrom' in data) {
    yield* data.batchesFrom(first);
  } else {
    checkIterable(data);
    let skipped = 0;
    for await (const batch of data) {
      if (skipped++ >= first) yield batch;
    }
  }
}

function checkIterable(data: unknown): void {
  const iterable =
    typeof data === 'object' && data !== null && (Symbol.iterator in data || Symbol.asyncIterator in data);
  if (iterable) return;
  throw new InputError(
    `trainClip: data must be a function of the step, an iterable of batches, or an object with batchesFrom(step), got ${shown(data)}.`,
  );
}
