import type { Tensor } from '@tensorflow/tfjs-core';
import type { Parameters } from '../model/parameters';

/** What {@link trainClip} asks of an optimiser; {@link adamW} is one. */
export interface Optimizer {
  /**
   * Assigns new values to the parameters that have a gradient, and returns the learning rate that it used.
   * `steps` is the length of the run, for schedules. The caller keeps the gradients and disposes of them.
   */
  update(parameters: Parameters, gradients: ReadonlyMap<string, Tensor>, steps: number): number;
  /** Frees the optimiser's state. */
  dispose(): void;
}
