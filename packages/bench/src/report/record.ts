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
  readonly pairs?: readonly PairExample[];
  readonly tradeOff?: TradeOff;
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
  };
}

/** A paired difference, in shares of 1. */
export interface LeadCell {
  readonly value: number;
  /** 95 %: Student's over the seeds; with one seed over pictures, or over clusters, and none for retrieval. */
  readonly interval?: readonly [low: number, high: number];
  readonly bySeed: readonly number[];
}

/** How far one model is ahead of another on one benchmark, in every column of the results table: gains and losses alike. */
export interface Lead {
  readonly benchmark: string;
  readonly model: string;
  readonly against: string;
  readonly seeds: number;
  readonly kinds: Readonly<Record<string, LeadCell>>;
  readonly mean: LeadCell;
  readonly imageToText?: LeadCell;
  readonly textToImage?: LeadCell;
}

/**
 * Nine significant digits: more than float32 has, and half the bytes of float64's.
 *
 * @example
 * await writeFile('results.json', stringifyRecord(record));
 */
export function stringifyRecord(record: ExperimentRecord): string {
  return `${JSON.stringify(record, (_, value) => (typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(9)) : value))}\n`;
}
