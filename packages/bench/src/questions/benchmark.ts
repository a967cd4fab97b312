import { InputError } from '@slipform/kit/errors/input-error';
import type { BootstrapOptions } from '../statistics/bootstrap';
import type { Estimate } from '../statistics/seed-interval';
import type { BenchmarkImage, Question, Traits } from './question';

/** How many rows of a kind there are, and how many can be scored: those whose pictures are there. */
export interface Coverage {
  readonly scored: number;
  readonly total: number;
  /** Rows that the benchmark's authors leave out themselves, or whose true and false text are equal; not in `total`. */
  readonly excluded?: number;
}

/** Pictures and captions to be found by one another. */
export interface RetrievalTask {
  readonly images: readonly BenchmarkImage[];
  readonly texts: readonly string[];
  /** For each text the index of its picture. */
  readonly imageOf: readonly number[];
  /** For each picture what it has in common with others; a text has its picture's. */
  readonly traits?: readonly Traits[];
  /** Pictures that are there, of those that the file names. */
  readonly coverage?: Coverage;
  /** Measures queries of which all right answers are known; `eccvCaption` of `@slipform/bench/files` makes it. */
  readonly positives?: MeasurePositives;
}

/** ECCV Caption's metrics, means over queries. */
export interface PrecisionAtR {
  readonly queries: number;
  readonly rPrecision: Estimate;
  readonly mapAtR: Estimate;
  readonly recallAt1: Estimate;
}

/** The metrics of the queries that were judged, both ways. */
export interface PositivesResult {
  readonly imageToText: PrecisionAtR;
  readonly textToImage: PrecisionAtR;
  /** Right answers that are in the gallery, of those that were judged: with fewer of them it is another test. */
  readonly coverage?: Coverage;
}

/** @param score of a picture and a text by their indices */
export type MeasurePositives = (
  score: (image: number, text: number) => number,
  options: BootstrapOptions,
) => PositivesResult;

/** A set of questions, read from files or drawn. */
export interface Benchmark {
  readonly name: string;
  readonly questions: readonly Question[];
  /** Questions whose pictures are missing, which a text-only model is asked all the same; see {@link evaluateBlind}. */
  readonly withoutImage?: readonly Question[];
  readonly retrieval?: RetrievalTask;
  /** More tasks of retrieval by name, each with a gallery of its own. */
  readonly galleries?: Readonly<Record<string, RetrievalTask>>;
  /** Accuracy that guessing reaches; 0.5 for a choice of two. */
  readonly chance: number;
  /** Chance of the kinds where it is another. */
  readonly chances?: Readonly<Record<string, number>>;
  /** For each kind the rows of the files, scored or not; by default all questions are all rows. */
  readonly coverage?: Readonly<Record<string, Coverage>>;
  /** Which kinds a mean is taken over, the first being the headline; default one mean over all kinds. */
  readonly means?: Readonly<Record<string, readonly string[]>>;
  /** For each breakdown that questions have (`by`) its parts in the order of tables; default the order in which they come. */
  readonly parts?: Readonly<Record<string, readonly string[]>>;
}

/** A file that is as it should be, and of which nothing can be asked: a run of several benchmarks leaves it out. */
export function nothingAsked(message: string): InputError {
  return Object.assign(new InputError(message), { asksNothing: true });
}

/** Whether an error is {@link nothingAsked}; the command is another bundle than the library. */
export function asksNothing(error: unknown): error is InputError {
  return InputError.isInstance(error) && 'asksNothing' in error;
}
