import type { Comparison } from '../compare/compare';
import type { Result } from '../scoring/result';
import type { Lead } from './lead';

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
  /** Found, but true of their scene after all or not to be judged by it, and left out; missing where nothing could judge them. */
  readonly discarded?: number;
  readonly seconds: number;
  /** Number of negatives for each `slot operation`. */
  readonly byKind: Readonly<Record<string, number>>;
  readonly samples: readonly {
    readonly caption: string;
    readonly negative: string;
    readonly slot: string;
    readonly operation: string;
    readonly concreteness: number;
    /** PNG data URIs of the caption's picture, and of the one that the negative describes. */
    readonly picture?: string;
    readonly negativePicture?: string;
  }[];
  /** More about them, in words. */
  readonly note?: string;
  /** How concrete the changed words are: negatives in each band from `from` on, up to the next; the last one includes 5. */
  readonly bands?: readonly { readonly from: number; readonly negatives: number }[];
}

/** Two pictures with two captions, and which caption each model gives to which picture. */
export interface PairExample {
  /** What the captions differ in. */
  readonly kind?: string;
  readonly drawnBy: string;
  /** PNG data URIs. */
  readonly pictures: readonly [string, string];
  readonly captions: readonly [string, string];
  /** The words that differ; where there are none, the captions are shown whole. */
  readonly words?: readonly [string, string];
  /** Mean concreteness of these words, 1 to 5. */
  readonly concreteness?: number;
  /** `scores[picture][caption]`: the cosines. */
  readonly answers: readonly { readonly model: string; readonly scores: PairScores }[];
}

export type PairScores = readonly [readonly [number, number], readonly [number, number]];

/** What composition each model gained, and what retrieval it kept, against one of them. */
export interface TradeOff {
  readonly against: string;
  /** What is measured, in words. */
  readonly composition: string;
  readonly retrieval: string;
  /** Differences in shares of 1, with 95 % intervals. */
  readonly points: readonly {
    readonly model: string;
    readonly composition: Difference;
    readonly retrieval: Difference;
  }[];
}

interface Difference {
  readonly value: number;
  readonly interval: readonly [low: number, high: number];
}

/** How alike models find pictures and their hard negatives, by the concreteness of the changed word. */
export interface SimilarityByConcreteness {
  /** Cosines of one model, or a sample of them. */
  readonly model: string;
  readonly points: readonly { readonly concreteness: number; readonly similarity: number }[];
  /** A smooth curve for each model, with a 95 % interval where one is known. */
  readonly curves: readonly {
    readonly model: string;
    readonly points: readonly {
      readonly concreteness: number;
      readonly similarity: number;
      readonly interval?: readonly [low: number, high: number];
      /** The same of pictures with their own captions: where both curves fall together, no negative is easier to refuse. */
      readonly own?: number;
    }[];
  }[];
  /** What it says, in a sentence. */
  readonly note: string;
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
  readonly pairs?: readonly PairExample[];
  readonly tradeOff?: TradeOff;
  readonly similarity?: SimilarityByConcreteness;
  /** What was asked, in words, in place of what the report says of captions and pictures. */
  readonly asked?: string;
  /** Rows of differences in the tables of results. */
  readonly leads?: readonly Lead[];
  /** What else the results say, in sentences below the tables. */
  readonly details?: readonly string[];
  /** What models are, by name, for the notes above the table. */
  readonly models?: Readonly<Record<string, string>>;
  /** Whose pictures these are, under which licences. */
  readonly credits?: readonly string[];
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
