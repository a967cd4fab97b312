import type { BatchInputs, EmbeddingName, TowerInput } from '../gradients/tower-input';
import { type PackedRows, packRows } from './packed-rows';
import { fieldNames } from './worker-job';

export type PackedFields = { readonly [Name in EmbeddingName]?: PackedRows };

/** [start, count] of a worker's part of a number of things: contiguous, and of equal size up to one. */
export function partOf(things: number, worker: number, workers: number): [start: number, count: number] {
  const start = Math.floor((things * worker) / workers);
  return [start, Math.floor((things * (worker + 1)) / workers) - start];
}

/** A worker's part of a batch: the same pairs in each field, a pair's K texts together. */
export function shareOf(inputs: BatchInputs, worker: number, workers: number): PackedFields {
  const fields = fieldNames.flatMap((name): [EmbeddingName, PackedRows][] => {
    const input = inputs[name];
    if (input === undefined) return [];
    const [start, count] = rowsOf(input, worker, workers);
    return count === 0 ? [] : [[name, packRows(input, start, count)]];
  });
  return Object.fromEntries(fields);
}

function rowsOf({ rows, perPair = 1 }: TowerInput, worker: number, workers: number): [number, number] {
  const [start, count] = partOf(rows / perPair, worker, workers);
  return [start * perPair, count * perPair];
}
