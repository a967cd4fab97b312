import type { TrainBatch } from '../gradients/train-batch';

/** Data that can start at any step. The first step is 0. */
export interface PositionedData {
  batchesFrom(step: number): Iterable<TrainBatch> | AsyncIterable<TrainBatch>;
  /** For data without hard captions: a sentence that says why, and what to do. A loss that needs them shows it. */
  readonly noHardCaptions?: string | undefined;
}

/**
 * Batches by iteration, one for each step (the first is 0), or from any step on. A function of the step, and an object with
 * `batchesFrom`, go on after an interruption at once. A plain iterable makes the batches before the step again, and they are
 * skipped.
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

/** Whether a value can be training data; callers in JavaScript may pass anything. */
export function isTrainData(data: unknown): boolean {
  if (typeof data === 'function') return true;
  return (
    typeof data === 'object' &&
    data !== null &&
    ('batchesFrom' in data || Symbol.iterator in data || Symbol.asyncIterator in data)
  );
}
