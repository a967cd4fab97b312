import type { CompiledKernels } from '@slipform/tfjs-kernels';
import type { BatchFields, BatchInputs, EmbeddingName, TowerInput } from '../gradients/tower-input';
import type { FullClipConfig } from '../model/clip-config';
import type { Parameters } from '../model/parameters';
import { type PackedRows, packRows } from './packed-rows';

/** What a worker is started with. */
export interface WorkerSetup {
  readonly backend: 'wasm' | 'cpu';
  /** The kernels that the pool's own thread computes with, so that the workers have the same; undefined: tfjs's own. */
  readonly kernels: CompiledKernels | undefined;
  readonly config: FullClipConfig;
  /** Shapes of the model's parameters by their names, in its order. */
  readonly shapes: ReadonlyMap<string, readonly number[]>;
  /** Whether values that are given in shared memory change there; else they are read once. */
  readonly keepsWeights: boolean;
  /** Those that are trained. */
  readonly trained: readonly string[];
}

/**
 * Parameters that have changed since the worker's last job, and their values; undefined where these lie in the shared
 * memory that the worker was given before and keeps.
 */
export type ChangedWeights = readonly (readonly [name: string, values: Float32Array | undefined])[];

/** The fields of a batch, in the order of their bits in a {@link SlopesGate}. */
export const fieldNames = ['images', 'captions', 'hardCaptions', 'hardImages'] as const;

export type FieldRows = Partial<BatchFields<PackedRows>>;
/** Numbers of each field, row by row: embeddings, or the loss's gradients by them. */
export type FieldValues = { readonly [Name in EmbeddingName]?: Float32Array };

/** Where a worker waits for slopes: [1 once they are there, a bit for each field that has some]. */
export type SlopesGate = Int32Array;

/** What a worker does: the job's fields, and what comes back. */
export interface WorkerJobs {
  readonly open: { readonly job: WorkerSetup; readonly result: undefined };
  /** Embeds without a tape, at most `microBatch` rows at once. `keep`: for a `backward` that follows. */
  readonly embed: {
    readonly job: {
      readonly rows: FieldRows;
      readonly microBatch?: number | undefined;
      readonly keep?: boolean;
    };
    readonly result: FieldValues;
  };
  /** Embeds the rows of the last `embed` again, on the tape, and backpropagates their slopes. */
  readonly backward: {
    readonly job: {
      readonly slopes: FieldValues;
      readonly microBatch?: number | undefined;
      /** Where the gradients go. */
      readonly into: Float32Array;
    };
    readonly result: undefined;
  };
  /**
   * Both in one: embeds on the tape, sends the embeddings as a note, waits until the slopes lie in `slopes`, and
   * backpropagates them.
   */
  readonly step: {
    readonly job: {
      readonly rows: FieldRows;
      readonly slopes: FieldValues;
      readonly gate: SlopesGate;
      readonly into: Float32Array;
    };
    readonly result: undefined;
  };
  /** Adds numbers `from` to `to` of all gradients up, into the first; gives the sum of their squares. */
  readonly sum: {
    readonly job: { readonly gradients: readonly Float32Array[]; readonly from: number; readonly to: number };
    readonly result: number;
  };
  /** What tfjs holds in the worker. */
  readonly memory: {
    readonly job: object;
    readonly result: { readonly numTensors: number; readonly numBytes: number };
  };
}

type JobKind = keyof WorkerJobs;
export type WorkerJob = {
  readonly [Kind in JobKind]: {
    readonly kind: Kind;
    readonly weights: ChangedWeights;
  } & WorkerJobs[Kind]['job'];
}[JobKind];
export type WorkerResult = WorkerJobs[JobKind]['result'];
/** Embeddings, on their way before the job is done. */
export type WorkerNote = FieldValues;

/** What workers differentiate by, with its sizes: all that is trained but the logit scale, which the loss alone knows. */
export function trainedSizes(parameters: Parameters): [name: string, size: number][] {
  return [...parameters]
    .filter(([name, { trainable }]) => trainable && name !== 'logit_scale')
    .map(([name, { size }]) => [name, size]);
}

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
