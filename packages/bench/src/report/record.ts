import type { Comparison } from '../compare/compare';
import type { Result } from '../scoring/result';

/** |∂L/∂s| of image rows, averaged over a batch: the positive, the own hard negatives, all the others. */
export interface BudgetPoint {
  readonly pull: number;
  readonly hard: number;
  readonly easy: number;
}

export interface TrainingPoint {
  readonly step: number;
  readonly loss: number;
  /** 1/τ. */
  readonly logitScale: number;
  /** Measured at some of the steps. */
  readonly budget?: BudgetPoint;
}

/** One model's training. */
export interface TrainingRun {
  readonly model: string;
  readonly seed: number;
  readonly seconds: number;
  readonly points: readonly TrainingPoint[];
}

/** What mining gave. */
export interface MiningSummary {
  readonly captions: number;
  readonly negatives: number;
  /** Captions with at least one negative. */
  readonly covered: number;
  /** Found, but true of their scene after all or not to be judged by it, and left out. */
  readonly discarded: number;
  readonly seconds: number;
  /** Number of negatives for each `slot operation`. */
  readonly byKind: Readonly<Record<string, number>>;
  readonly samples: readonly {
    readonly caption: string;
    readonly negative: string;
    readonly slot: string;
    readonly operation: string;
    readonly concreteness: number;
  }[];
}

/** A question with its picture and what each model answered. */
export interface Example {
  readonly kind: string;
  /** PNG data URI. */
  readonly picture: string;
  readonly pictureText: string;
  readonly style: string;
  readonly caption: string;
  readonly negative: string;
  readonly answers: readonly {
    readonly model: string;
    readonly right: number;
    readonly wrong: number;
  }[];
}

/** One experiment from end to end, as results.json holds it and the report shows it. */
export interface ExperimentRecord {
  readonly format: 'slipform-experiment';
  /** Version 1 had other names for the answers; `readRecord` reads both. */
  readonly version: 2;
  readonly title: string;
  readonly command: string;
  readonly startedAt: string;
  readonly seconds: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, string>>;
  readonly conclusion: readonly string[];
  readonly results: readonly Result[];
  readonly comparisons: readonly Comparison[];
  readonly runs: readonly TrainingRun[];
  readonly mining?: MiningSummary;
  readonly examples: readonly Example[];
}

/** Results by themselves, which no experiment made. */
export function resultsRecord(results: readonly Result[]): ExperimentRecord {
  return {
    format: 'slipform-experiment',
    version: 2,
    title: 'Image–text models compared',
    command: '',
    startedAt: '',
    seconds: 0,
    environment: {},
    settings: {},
    conclusion: [],
    results,
    comparisons: [],
    runs: [],
    examples: [],
  };
}
