import type { TrainingRun } from '../report/record';
import type { Result } from '../scoring/result';
import type { DemoSettings } from './demo-settings';
import type { SceneNegative } from './scene-batches';

/** The losses that an experiment can compare; `none` judges the checkpoint as it is. */
export type ArmLoss = 'none' | 'infoNce' | 'noMargin' | 'cement';

/** One model to be fine-tuned and judged, with the experiment's settings. Plain data, since it travels to a worker. */
export interface ArmJob extends Omit<DemoSettings, 'perCaption'> {
  /** Name in tables. */
  readonly model: string;
  readonly loss: ArmLoss;
  readonly seed: number;
  /** Folder of the model that training starts from. */
  readonly checkpoint: string;
  readonly backend: string;
  /** For each training caption its hard negatives. */
  readonly negatives: readonly (readonly SceneNegative[])[];
  readonly testSeed: number;
}

export interface ArmOutcome {
  /** Undefined where nothing was trained. */
  readonly run?: TrainingRun;
  readonly results: readonly Result[];
}

/** What a worker tells while it works: parts done of `armParts(job)`. */
export interface ArmProgress {
  readonly done: number;
  readonly phase: string;
}

/** A training step counts one; judging a style counts as many parts as it takes about the time of a step each. */
export const JUDGING_PARTS = 10;

export function armParts(job: ArmJob): number {
  return job.steps + job.styles.length * JUDGING_PARTS;
}
