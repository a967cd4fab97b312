import { join } from 'node:path';
import { getBackend } from '@tensorflow/tfjs-core';
import { version } from '../../package.json';
import { type CheckpointEvent, checkpoint, type FolderCheckpoint } from '../training/observers/checkpoint';
import { type MetricsFileObserver, metricsFile } from '../training/observers/metrics-file';
import type { Observer } from '../training/observers/observer';
import { tensorBoard } from '../training/observers/tensor-board';
import type { TrainFlags } from './train-flags';
import type { TrainModule } from './train-module';
import { UsageError } from './usage-error';

/** The checkpoints of a command's run, and what has become of them. */
export interface WatchedCheckpoints {
  /** The module's observers, the checkpoint as the flags say. */
  readonly observe: readonly Observer[];
  /** Undefined where there are no checkpoints. */
  readonly folder: string | undefined;
  /** Folder of the last one that was saved. */
  readonly saved: string | undefined;
  /** Step that the run goes on from; 0 at its start. */
  readonly resumed: number;
}

export function isMetricsFile(observer: Observer): observer is MetricsFileObserver {
  return typeof observer === 'object' && 'metrics' in observer;
}

function isFolderCheckpoint(observer: Observer): observer is FolderCheckpoint {
  return typeof observer === 'object' && 'checkpoint' in observer;
}

/** The module's observers with the metrics and event files that the flags ask for. */
export function withWriters(observe: readonly Observer[] = [], flags: TrainFlags): readonly Observer[] {
  const { metrics, metricsEvery, tensorboard } = flags;
  const given = observe.find(isMetricsFile);
  const to = metrics ?? given?.metrics.to;
  const events = tensorboard === undefined ? [] : [tensorBoard({ folder: tensorboard })];
  if (to === undefined) {
    if (metricsEvery === undefined) return [...observe, ...events];
    throw new UsageError(
      '--metrics-every needs --metrics, or metricsFile in the module; pass --metrics FILE.',
    );
  }
  const every = metricsEvery ?? given?.metrics.every;
  const written = metricsFile({ to, ...(every === undefined ? {} : { every }) });
  return [...replaced(observe, given, written), ...events];
}

/** The module's observers with the checkpoints that the flags ask for; says on stderr what becomes of a resumed run. */
export function watchCheckpoints(
  { observe = [], resume = false }: Pick<TrainModule, 'observe' | 'resume'>,
  flags: TrainFlags,
  output: string,
): WatchedCheckpoints {
  const given = observe.find(isFolderCheckpoint);
  const asked = resume || flags.checkpointEvery !== undefined || flags.checkpointFolder !== undefined;
  if (given === undefined && !asked) return { observe, folder: undefined, saved: undefined, resumed: 0 };
  const options = given?.checkpoint;
  const folder = flags.checkpointFolder ?? options?.folder ?? join(output, 'checkpoints');
  const every = flags.checkpointEvery ?? options?.every;
  const seen = { folder, saved: undefined as string | undefined, resumed: 0 };
  const watched = checkpoint({
    ...options,
    folder,
    ...(every === undefined ? {} : { every }),
    identity: { seed: flags.seed, ...(flags.augment && { augment: true }), ...options?.identity },
    onEvent(event) {
      if (event.kind === 'saved') seen.saved = event.folder;
      else process.stderr.write(`${describeEvent(event)}\n`);
      if (event.kind === 'resumed') seen.resumed = event.step;
      options?.onEvent?.(event);
    },
  });
  return Object.assign(seen, { observe: replaced(observe, given, watched) });
}

function replaced(
  observe: readonly Observer[],
  given: Observer | undefined,
  observer: Observer,
): readonly Observer[] {
  return [...observe.filter((other) => other !== given), observer];
}

function describeEvent(event: Exclude<CheckpointEvent, { kind: 'saved' }>): string {
  if (event.kind === 'skipped') return `skipped the checkpoint ${event.folder}: ${event.reason}`;
  const going = `going on after step ${event.step}, from ${event.folder}`;
  const here = `${getBackend()}, version ${version}`;
  const there = `${event.backend}, version ${event.library}`;
  return here === there ? going : `${going}, which was saved with ${there}; this is ${here}`;
}
