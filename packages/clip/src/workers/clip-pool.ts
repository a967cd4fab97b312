import { InputError } from '@slipform/kit/errors/input-error';
import { type Lane, openLane, type RunOptions } from '@slipform/kit/threads/lane';
import { kernelsInPlace } from '@slipform/tfjs-kernels/registry';
import { getBackend } from '@tensorflow/tfjs-core';
import { towerOf } from '../gradients/batch-gradients';
import type { ClipModel } from '../model/clip-model';
import type { Parameters } from '../model/parameters';
import { canShareMemory, copyValues, sharedFloats } from './shared-memory';
import { startWorker } from './start-worker';
import { WorkerEnded } from './worker-ended';
import type { ChangedWeights, WorkerJob, WorkerJobs, WorkerNote, WorkerResult } from './worker-job';
import { refuseTooMany, type WorkersRead } from './workers-option';

type Kind = keyof WorkerJobs;

/**
 * Threads that compute with one model, each on a backend of its own that is like the one in use here. A worker does its
 * jobs one after another, and knows before each the weights that the model has here.
 */
export class ClipPool {
  private constructor(
    private readonly lanes: readonly Lane<WorkerJob, WorkerResult, WorkerNote>[],
    readonly feed: WeightsFeed,
  ) {}

  /** @param place who asks, for errors; @throws {InputError} on a backend that is parallel by itself */
  static async open(
    place: string,
    model: ClipModel,
    { count, create }: WorkersRead,
    {
      isShared = canShareMemory(),
      keepsWeights = true,
    }: { readonly [Name in keyof FeedOptions]?: FeedOptions[Name] | undefined } = {},
  ): Promise<ClipPool> {
    const backend = backendOfWorkers(place);
    refuseTooMany(place, count);
    const lanes: Lane<WorkerJob, WorkerResult, WorkerNote>[] = [];
    const feed = new WeightsFeed(model.parameters, count, { isShared, keepsWeights });
    const pool = new ClipPool(lanes, feed);
    const entries = [...model.parameters];
    const setup = {
      backend,
      kernels: backend === 'wasm' ? kernelsInPlace() : undefined,
      config: model.config,
      shapes: new Map(entries.map(([name, { shape }]) => [name, shape])),
      keepsWeights: keepsWeights && isShared,
      trained: entries.filter(([, { trainable }]) => trainable).map(([name]) => name),
    } as const;
    try {
      for (let i = 0; i < count; i++) lanes.push(openLane(startWorker(create)));
      await Promise.all(lanes.map((_, i) => pool.run(i, 'open', setup)));
      return pool;
    } catch (error) {
      await pool.close();
      throw error instanceof WorkerEnded
        ? new InputError(`${place}: ${error.message}.`, { cause: error })
        : error;
    }
  }

  get count(): number {
    return this.lanes.length;
  }

  /** How many jobs a worker has. */
  waiting(worker: number): number {
    return this.lanes[worker]!.waiting();
  }

  /** @throws {InputError} as the job did, and {@link WorkerEnded} for any other error and for a worker that is gone */
  async run<K extends Kind>(
    worker: number,
    kind: K,
    job: WorkerJobs[K]['job'],
    options?: RunOptions<WorkerNote>,
  ): Promise<WorkerJobs[K]['result']> {
    const message = { kind, weights: [], ...job } as object as WorkerJob;
    const weights = this.feed.changesFor(worker, (name) => needsWeight(message, name));
    try {
      return await this.lanes[worker]!.run({ ...message, weights }, options);
    } catch (error) {
      if (InputError.isInstance(error)) throw error;
      const cause = error instanceof Error ? error : new Error(String(error));
      throw new WorkerEnded(`worker ${worker + 1} of ${this.count}`, cause);
    }
  }

  /** Ends the threads, whatever they are at. */
  async close(): Promise<void> {
    await Promise.all(this.lanes.map((lane) => lane.close()));
  }
}

/** Whether workers compute on a backend. */
export function canUseWorkers(backend: string): backend is 'wasm' | 'cpu' {
  return backend === 'wasm' || backend === 'cpu';
}

/** The backend in use, on which workers can compute. @throws {InputError} on one that is parallel by itself */
export function backendOfWorkers(place: string): 'wasm' | 'cpu' {
  const backend = getBackend();
  if (canUseWorkers(backend)) return backend;
  throw new InputError(
    `${place}: workers need the backend wasm or cpu, got ${backend}, which is parallel by itself; set workers to 0.`,
  );
}

/**
 * Whether a job needs a parameter: of a tower, where it has rows for it that are no embeddings yet. A backward pass goes on
 * with what its forward pass was given.
 */
function needsWeight(job: WorkerJob, name: string): boolean {
  if (job.kind !== 'step' && job.kind !== 'embed') return false;
  const tower = towerOf(name);
  return (
    tower === undefined ||
    Object.values(job.rows).some((rows) => rows.tower === tower && rows.kind !== 'embeddings')
  );
}

interface FeedOptions {
  /** Whether memory is shared with the workers; else values are posted. */
  readonly isShared: boolean;
  /**
   * Whether the shared copy of a parameter is kept and written again when it changes, which must not happen before
   * every worker has read it. Otherwise it is dropped once every worker has it.
   */
  readonly keepsWeights: boolean;
}

/** A parameter's values in shared memory. */
interface SharedCopy {
  readonly of: object;
  readonly values: Float32Array;
}

/**
 * Sends a model's parameters to workers: to each worker those that changed since its last job. A parameter changes only by
 * `assign`, which gives it other data, so that nothing is read that has not changed. Where memory is shared, all
 * workers read the same copy.
 */
class WeightsFeed {
  private readonly seen: Map<string, object>[];
  private readonly copies = new Map<string, SharedCopy>();

  constructor(
    private readonly parameters: Parameters,
    workers: number,
    private readonly options: FeedOptions,
  ) {
    this.seen = Array.from({ length: workers }, () => new Map());
  }

  /** The parameters that a worker needs and that changed since its last job; at first, all that it needs. */
  changesFor(worker: number, needs: (name: string) => boolean): ChangedWeights {
    const seen = this.seen[worker]!;
    const { isShared, keepsWeights } = this.options;
    const changes: [string, Float32Array | undefined][] = [];
    for (const [name, { dataId }] of this.parameters) {
      if (seen.get(name) === dataId || !needs(name)) continue;
      const hasPlace = isShared && keepsWeights && seen.has(name);
      seen.set(name, dataId);
      const values = isShared
        ? this.shared(name, dataId)
        : (this.parameters.get(name)!.dataSync() as Float32Array);
      changes.push([name, hasPlace ? undefined : values]);
    }
    return changes;
  }

  /** Bytes of shared memory that are held for workers that still lack them, or for the next change. */
  get bytes(): number {
    return [...this.copies.values()].reduce((sum, { values }) => sum + values.byteLength, 0);
  }

  private shared(name: string, dataId: object): Float32Array {
    const known = this.copies.get(name);
    const values = known?.of === dataId ? known.values : this.copyOf(name, known);
    const isKept = this.options.keepsWeights || this.seen.some((seen) => seen.get(name) !== dataId);
    if (isKept) this.copies.set(name, { of: dataId, values });
    else this.copies.delete(name);
    return values;
  }

  private copyOf(name: string, known: SharedCopy | undefined): Float32Array {
    const variable = this.parameters.get(name)!;
    const copy = (this.options.keepsWeights ? known?.values : undefined) ?? sharedFloats(variable.size);
    copyValues(variable, copy);
    return copy;
  }
}
