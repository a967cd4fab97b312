import type { ProcessFigures } from './child-contender';
import type { Task } from './tasks';

/** Who takes part in a race. */
export interface Side {
  readonly name: string;
  /** PyTorch's threads, or our workers; 1 also where this thread alone computes. */
  readonly threads: number;
  readonly kind: 'ours' | 'torch';
  start(task: Task, folder: string): Promise<Contender>;
}

/** A side at one task, ready: its model is loaded. */
export interface Contender<T = Turn> {
  /** Which kernels compute, where there is a choice. */
  readonly kernels?: string;
  /** PyTorch's threads, as it says itself. */
  readonly threads?: number;
  /** Resident memory before the work began, where it can be had. */
  readonly loadedMiB?: number;
  take(steps: number): Promise<T>;
  figures(): ProcessFigures | undefined;
  stop(): Promise<void>;
}

/** What a side answers when it has had a turn. */
export interface Turn {
  /** Wall time of each step. */
  readonly ms: readonly number[];
  /** What has to be alike on all sides: the losses of the steps, or an embedding. */
  readonly check: readonly number[];
}

/** Work that stands still between its turns. */
export interface TurnTaker {
  take(steps: number): Promise<Turn>;
  end(): Promise<void>;
}
