import { shown } from '@slipform/kit/printable';
import { InputError } from '../../input-error';
import { type FieldNames, refuseUnknownOptions } from '../../refuse-unknown-options';

/** What happens to checkpoints in a run. */
export type CheckpointEvent =
  | { readonly kind: 'saved'; readonly step: number; readonly folder: string }
  | {
      readonly kind: 'resumed';
      readonly step: number;
      readonly folder: string;
      /** Backend and library version that it was saved with; with others the run is not the same bit for bit. */
      readonly backend: string;
      readonly library: string;
    }
  /** A checkpoint that is damaged or half there, so that an older one was taken. */
  | { readonly kind: 'skipped'; readonly folder: string; readonly reason: string };

export interface CheckpointOptions {
  /** Folder for the checkpoints, made if need be; each is a folder `step-00000100` in it. Node only. */
  readonly folder: string;
  /** Save after each step whose number this divides, and after the last one. Default 100. */
  readonly every?: number;
  /** So many of the latest are kept. Default 3. */
  readonly keep?: number;
  /** Values of yours that a resumed run must share with its checkpoint, e.g. the seed that its data came from. */
  readonly identity?: Readonly<Record<string, string | number | boolean>>;
  /** Told of each checkpoint that is saved, resumed from, or skipped because it is damaged. */
  readonly onEvent?: (event: CheckpointEvent) => void;
}

const known: FieldNames<CheckpointOptions> = {
  folder: true,
  every: true,
  keep: true,
  identity: true,
  onEvent: true,
};

/** The options with their defaults. Throws an InputError for an unknown one, or one out of its range. */
export function checkCheckpointOptions(
  options: CheckpointOptions,
): CheckpointOptions & { readonly every: number; readonly keep: number } {
  refuseUnknownOptions('trainClip: checkpoint', options, known);
  const { folder, every = 100, keep = 3 } = options;
  if (typeof folder !== 'string' || folder === '') {
    throw new InputError(`trainClip: checkpoint.folder must be the path of a folder, got ${shown(folder)}.`);
  }
  for (const [name, value] of [
    ['every', every],
    ['keep', keep],
  ] as const) {
    if (!Number.isInteger(value) || value < 1) {
      throw new InputError(`trainClip: checkpoint.${name} must be an integer from 1, got ${shown(value)}.`);
    }
  }
  return { ...options, every, keep };
}
