import type { SetInfo } from '@slipform/icons';
import type { Origin } from '../machine/result-file';
import type { IconPretraining } from './icon-pretraining';
import type { IconWorld } from './icon-world';

/** A set that a model was trained on. */
export interface TrainingSet {
  readonly set: string;
  readonly title: string;
  readonly artist: string;
  readonly family: string;
  readonly licence: string;
  /** Drawings of it. */
  readonly icons: number;
}

/** What a model was made of: `training.json` beside it. */
export interface TrainingRecord {
  readonly seed: number;
  readonly workers: number;
  readonly pretraining: IconPretraining;
  /** Trained numbers. */
  readonly parameters: number;
  /** Drawings, and drawings of one set and name taken as one. */
  readonly icons: number;
  readonly examples: number;
  /** Icons that could not be drawn. */
  readonly skipped: number;
  /** Of the packages that icons and tags were read from. */
  readonly versions: Readonly<Record<string, string>>;
  /** Of the training, drawing left out; of a run that went on, its last part. */
  readonly seconds: number;
  readonly origin: Origin;
  readonly sets: readonly TrainingSet[];
}

/** The sets whose drawings a world holds, in the order of the corpus. */
export function trainingSets(sets: readonly SetInfo[], { icons }: IconWorld): TrainingSet[] {
  const counts = new Map<string, number>();
  for (const { set } of icons) counts.set(set, (counts.get(set) ?? 0) + 1);
  return sets.flatMap(({ set, title, artist, family, licence }) => {
    const count = counts.get(set);
    return count === undefined ? [] : [{ set, title, artist, family, licence, icons: count }];
  });
}
