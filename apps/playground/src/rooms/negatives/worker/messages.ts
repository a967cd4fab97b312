import type { AuditReport } from '@slipform/bench/audit';
import type { Mined, Operation, PlantOptions, PlantStats } from '@slipform/plant';
import type { BlobOutput } from '@slipform/plant/blob';

/** What a person has set, beside the knob. */
export interface Settings {
  readonly place: number;
  readonly operations: readonly Operation[];
  readonly perCaption: number;
  readonly seed: number;
}

export interface TypedJob {
  readonly kind: 'typed';
  readonly captions: readonly string[];
  readonly settings: Settings;
}

/** Rated concreteness of the words that are changed at a place of the knob. */
export interface KnobOutcome {
  readonly words: readonly { readonly text: string; readonly concreteness: number }[];
  /** Undefined where nothing is changed. */
  readonly mean: number | undefined;
}

export interface TypedAnswer {
  readonly kind: 'typed';
  readonly groups: readonly Mined[];
  readonly stats: PlantStats;
  /** For each place of the knob. */
  readonly curve: readonly KnobOutcome[];
  readonly audit: AuditReport | undefined;
  readonly milliseconds: number;
}

export interface FileJob {
  readonly kind: 'file';
  readonly file: File;
  readonly options: Pick<PlantOptions, 'policy' | 'temperature' | 'operations' | 'perCaption' | 'seed'>;
  readonly outputFormat: BlobOutput;
  readonly keepAll: boolean;
  readonly captionField: string | undefined;
}

export type FileNote =
  | { readonly kind: 'read'; readonly phase: 'look' | 'mine'; readonly bytes: number; readonly of: number }
  | { readonly kind: 'part'; readonly bytes: Uint8Array<ArrayBuffer>; readonly stats: PlantStats }
  | { readonly kind: 'problem'; readonly sentence: string };

export interface FileAnswer {
  readonly kind: 'file';
  readonly stats: PlantStats;
  readonly brokenLines: number;
  readonly audit: AuditReport | undefined;
}
