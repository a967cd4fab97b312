import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import type { Parameters } from '../model/parameters';

/** One tensor of an optimiser's state. */
export interface OptimizerTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** What an optimiser carries from one step to the next, for a checkpoint. */
export interface OptimizerState {
  /** Plain numbers, e.g. the steps done. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Moments and the like, by a name of the optimiser's choice. */
  readonly tensors: ReadonlyMap<string, OptimizerTensor>;
}

/** What an optimiser is given beside the gradients. */
export interface UpdateOptions {
  /** Length of the run, for schedules. */
  readonly steps: number;
  /** Global norm √Σ‖g‖² of the gradients, for clipping; on the device, so that nothing has to be read. */
  readonly norm: Scalar;
}

/** What {@link trainClip} asks of an optimiser; {@link adamW} is one. */
export interface Optimizer {
  /**
   * Assigns new values to the parameters that have a gradient, and returns the learning rate that it used. The caller
   * keeps the gradients and the norm, and disposes of them.
   */
  update(parameters: Parameters, gradients: ReadonlyMap<string, Tensor>, options: UpdateOptions): number;
  /** Frees the optimiser's state. */
  dispose(): void;
  /** Everything that the next step depends on. Needed for checkpoints only, as are the next two. */
  state?(): Promise<OptimizerState>;
  /** Takes a state back, exactly, in place of its own. */
  restore?(state: OptimizerState): void | Promise<void>;
  /**
   * Steps made since it was made, restored or disposed of. A run refuses to start with one that has made some:
   * its schedule and its moments would be those of the run before.
   */
  readonly stepsMade?: number;
  /** Options that a resumed run must share with the one that it goes on with. */
  readonly settings?: Readonly<Record<string, number | string>>;
}

/** Learning rate at a step that counts from 0, as a share of the peak. */
export type Schedule = (step: number, steps: number) => number;

/** 1 throughout. */
export const constantSchedule: Schedule = () => 1;

/** Half a cosine from 1 at the first step to 0 after the last: ½(1 + cos(π·step/steps)) (Loshchilov and Hutter 2017, eq. 5). */
export const cosineSchedule: Schedule = (step, steps) =>
  0.5 * (1 + Math.cos((Math.PI * Math.min(step, steps)) / Math.max(steps, 1)));

/** A linear rise over `warmupSteps` steps, then `schedule` over what is left. */
export function withWarmup(schedule: Schedule, warmupSteps: number): Schedule {
  return (step, steps) =>
    step < warmupSteps
      ? (step + 1) / warmupSteps
      : schedule(step - warmupSteps, Math.max(steps - warmupSteps, 1));
}
