import type { Side } from './contender';
import type { Task } from './tasks';

/** What one side did at one task. */
export interface SideResult {
  readonly name: string;
  readonly kind: Side['kind'];
  readonly threads: number;
  readonly kernels?: string;
  /** Steps or images a second in each round. */
  readonly rates: readonly number[];
  /** CPU time of a step or an image in each round, where it can be measured. */
  readonly cpuMs: readonly number[];
  /** CPU time of the coordinating thread in a step, in each round; steps, not images. */
  readonly mainMs: readonly number[];
  /** Time of a step in each round. */
  readonly stepMs: readonly number[];
  /** Largest distance of its losses, or of an embedding, from PyTorch's; without PyTorch from the first side's. */
  readonly off: number;
  readonly peakMiB?: number;
  readonly loadedMiB?: number;
}

export interface TaskResult {
  readonly task: Pick<Task, 'name' | 'kind' | 'batch' | 'unit'>;
  /** Whose losses are the measure. */
  readonly measure: string;
  readonly sides: readonly SideResult[];
  /** Sides that did not take part, each with the reason. */
  readonly absent: readonly { readonly name: string; readonly reason: string }[];
}
