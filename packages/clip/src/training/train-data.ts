import type { TrainBatch } from '../gradients/train-batch';

/** Data that can start anywhere: batches from a step on, which counts from 0. */
export interface PositionedData {
  batchesFrom(step: number): Iterable<TrainBatch> | AsyncIterable<TrainBatch>;
  /** Of data without hard captions: why there are none and what to do, for the error of a loss that needs them. */
  readonly noHardCaptions?: string | undefined;
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
  } else if ('batchesFrom' in data) {
    yield* data.batchesFrom(first);
  } else {
    let skipped = 0;
    for await (const batch of data) {
      if (skipped++ >= first) yield batch;
    }
  }
}

/** JavaScript may hand us anything. */
export function isTrainData(data: unknown): boolean {
  if (typeof data === 'function') return true;
  return (
    typeof data === 'object' &&
    data !== null &&
    ('batchesFrom' in data || Symbol.iterator in data || Symbol.asyncIterator in data)
  );
}
