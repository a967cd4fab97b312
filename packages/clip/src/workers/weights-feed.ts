import type { Parameters } from '../model/parameters';
import { copyValues } from './copy-values';
import { sharedFloats } from './shared-memory';
import type { ChangedWeights } from './worker-job';

export interface FeedOptions {
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
export class WeightsFeed {
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
