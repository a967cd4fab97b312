import type { Parameters } from '../model/parameters';
import { sharedFloats } from './shared-memory';
import type { ChangedWeights } from './worker-job';

/**
 * What workers have to know of a model's parameters: those that have changed since they were last asked. A parameter
 * changes only by `assign`, which gives it other data, so that nothing is read that has not changed. Where memory is
 * shared, all workers read the same copy.
 */
export class WeightsFeed {
  private readonly seen: Map<string, object>[];
  private readonly copied = new Map<string, object>();
  private readonly regions = new Map<string, Float32Array>();

  constructor(
    private readonly parameters: Parameters,
    workers: number,
    isShared: boolean,
  ) {
    this.seen = Array.from({ length: workers }, () => new Map());
    if (!isShared) return;
    const sizes = [...parameters.values()].map(({ size }) => size);
    const all = sharedFloats(sizes.reduce((a, b) => a + b, 0));
    let end = 0;
    for (const [name, { size }] of parameters) {
      end += size;
      this.regions.set(name, all.subarray(end - size, end));
    }
  }

  /** What has changed for a worker since the last call for it; at the first call, everything. */
  changesFor(worker: number): ChangedWeights {
    const seen = this.seen[worker]!;
    const changes: (readonly [string, Float32Array])[] = [];
    for (const [name, variable] of this.parameters) {
      if (seen.get(name) === variable.dataId) continue;
      seen.set(name, variable.dataId);
      const region = this.regions.get(name);
      if (region === undefined) changes.push([name, variable.dataSync() as Float32Array]);
      else {
        if (this.copied.get(name) !== variable.dataId) {
          region.set(variable.dataSync() as Float32Array);
          this.copied.set(name, variable.dataId);
        }
        changes.push([name, region]);
      }
    }
    return changes;
  }
}
