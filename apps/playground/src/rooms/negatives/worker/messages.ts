import type { AuditReport } from '@slipform/bench/audit';
import type { HardNegative, Mined, Operation, PlantStats, Reason, RefusedChange } from '@slipform/plant';
import type { IllustrateOptions, Illustration } from '@slipform/scenes';

/** Whose drawings. */
export type Style = NonNullable<IllustrateOptions['style']>;

/** What a person has set, beside the knob. */
export interface Settings {
  readonly place: number;
  readonly operations: readonly Operation[];
  readonly perCaption: number;
  /** The option of the miner: how odd a change may be. */
  readonly sense: 'strict' | 'usual' | 'all';
  readonly seed: number;
}

/** Captions that are mined together. */
export interface TypedJob {
  readonly kind: 'typed';
  readonly captions: readonly string[];
  readonly settings: Settings;
}

export interface TypedAnswer {
  readonly groups: readonly Mined[];
  readonly stats: PlantStats;
}

/** What is shown beside the negatives of captions, which takes longer than they do. */
export interface BesideJob {
  readonly kind: 'beside';
  readonly captions: readonly string[];
  readonly settings: Settings;
}

/** Rated concreteness of the words that are changed at a place of the knob. */
export interface KnobOutcome {
  readonly words: readonly { readonly text: string; readonly concreteness: number }[];
  /** Undefined where nothing is changed. */
  readonly mean: number | undefined;
}

export interface BesideAnswer {
  /** For each place of the knob. */
  readonly curve: readonly KnobOutcome[];
  readonly audit: AuditReport | undefined;
  /** Of each caption, in their order. */
  readonly refused: readonly (readonly RefusedChange[])[];
}

/** A caption that is drawn, with its negatives. */
export interface DrawJob {
  readonly kind: 'draw';
  readonly caption: string;
  readonly style: Style;
}

/** A picture, and what of its caption it shows. */
export interface Drawn extends Pick<Illustration, 'drawn' | 'missing'> {
  readonly png: Blob;
}

export interface DrawAnswer {
  readonly picture: Drawn;
  readonly negatives: readonly {
    readonly negative: HardNegative;
    /** Undefined where the change is not drawn. */
    readonly picture: Drawn | undefined;
  }[];
  /** Why there is no negative. */
  readonly reason: Reason | undefined;
}

/** What rooms ask while a person types. A `beside` that a newer `typed` overtakes has no answer. */
export type PageJob = TypedJob | BesideJob | DrawJob;

export type AnswerOf<Job extends PageJob> = Job extends TypedJob
  ? TypedAnswer
  : Job extends DrawJob
    ? DrawAnswer
    : BesideAnswer | undefined;
