import type { BackendName } from '@slipform/clip';
import type { PairData } from '../../../pairs/load-pairs';
import type { History } from '../run/history';
import type { ArmName } from '../run/losses';
import type { Settings } from '../run/settings';

/** Where the room can train, the fastest first. */
export const backendOrder = ['webgpu', 'webgl', 'wasm'] as const satisfies readonly BackendName[];
export type TrainingBackend = (typeof backendOrder)[number];
/** `auto`: the first that this browser has and that is no emulation. */
export type WantedBackend = 'auto' | TrainingBackend;

/** The first job of a worker. */
interface OpenJob {
  readonly kind: 'open';
  readonly backend: WantedBackend;
}

export interface TrainJob {
  readonly kind: 'train';
  readonly arm: ArmName;
  readonly settings: Settings;
  readonly data: PairData;
  /** Whether it goes on from what is kept. */
  readonly resume: boolean;
}

/** Ends the training after the step that is under way; what was learned is kept. */
interface PauseJob {
  readonly kind: 'pause';
}

/** Makes the model's folder of what is kept, as a zip archive. */
interface ExportJob {
  readonly kind: 'export';
  readonly model: PairData['model'];
}

export type Job = OpenJob | TrainJob | PauseJob | ExportJob;

export interface Opened {
  readonly backend: TrainingBackend;
  /** Those that came before and did not start, with the reason as a sentence. */
  readonly passed: readonly { readonly backend: TrainingBackend; readonly why: string }[];
}

export interface Trained {
  readonly isDone: boolean;
  /** Tensors that the training left behind. */
  readonly leaked: number;
}

export type Result = Opened | Trained | Uint8Array<ArrayBuffer> | undefined;

export type Note =
  /** What has been so far, before a run goes on. */
  { readonly history: History } | { readonly news: History; readonly stepsPerSecond: number };
