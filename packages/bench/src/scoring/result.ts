import type { Coverage, PositivesResult } from '../questions/benchmark';
import type { Traits } from '../questions/question';
import type { Estimate } from '../statistics/seed-interval';
import type { Proportion } from '../statistics/wilson-interval';

/** A model's answer to one question of a benchmark; right exactly if `right > wrong`, so a tie is wrong. */
export interface Answer extends Traits {
  readonly id: string;
  readonly kind: string;
  readonly group: string;
  /** A hash of the question's texts, by which `compare` knows that two models were asked the same; older files lack it. */
  readonly question?: string;
  /** Score of what belongs together; of several comparisons, in the tightest. */
  readonly right: number;
  /** Score of what it is compared with; −∞ if there is nothing. */
  readonly wrong: number;
  /** The score (of an Encoder the cosine) of each pairing that the question compares, each once, where they are kept. */
  readonly scores?: readonly PairingScore[];
}

/** The score of a picture with a text, or of two texts. */
export interface PairingScore {
  /** Name of the picture; "picture 0", "picture 1" where it has none. */
  readonly image?: string;
  /** Prompts of a class, one a line. */
  readonly text: string;
  readonly otherText?: string;
  readonly score: number;
  /** Whether the two belong together. */
  readonly belongs: boolean;
}

/** Recall@k both ways; a query whose match ties with a wrong answer counts that one as ranked before it. */
export interface RetrievalResult {
  readonly imageToText: Readonly<Record<number, Proportion>>;
  readonly textToImage: Readonly<Record<number, Proportion>>;
  /** Pictures that were there, of those that the file names: with fewer of them recall is easier. */
  readonly coverage?: Coverage;
  /** Where several answers to a query are right: ECCV Caption's metrics. */
  readonly positives?: PositivesResult;
  /** The same of the pictures of one part, and of their captions, among all candidates; by breakdown and part. */
  readonly by?: Breakdowns<Pick<RetrievalResult, 'imageToText' | 'textToImage'>>;
}

/** Something for each part of each breakdown, `concreteness`, `4 to 4.5`. */
export type Breakdowns<T> = Readonly<Record<string, Readonly<Record<string, T>>>>;

/** A mean over kinds, each with the same weight, and over their rows. */
export interface MeanOfKinds extends Estimate {
  readonly kinds: readonly string[];
  /** Share of all rows of these kinds, so that a kind with more rows weighs more. */
  readonly rows: Estimate;
}

/** What {@link evaluate} found. */
export interface Result {
  readonly benchmark: string;
  readonly model: string;
  /** The seed that the model was trained with, as {@link evaluate} was passed it. */
  readonly trainingSeed?: number;
  /**
   * Accuracy for each kind of change, with a 95 % interval: Wilson's, by bootstrap where rows share a picture, and where
   * questions have clusters the one of {@link clusteredProportion}.
   */
  readonly kinds: Readonly<Record<string, Proportion>>;
  /** The headline: mean of the kinds' accuracies, each kind with the same weight; interval over pictures, see `meanInterval`. */
  readonly mean: Estimate;
  /** All means that the benchmark asks for, by name; the first is `mean`. */
  readonly means?: Readonly<Record<string, MeanOfKinds>>;
  readonly chance: number;
  /** Chance of the kinds where it is another than `chance`. */
  readonly chances?: Readonly<Record<string, number>>;
  /** For each kind the rows that were scored, of all that the files hold. */
  readonly coverage?: Readonly<Record<string, Coverage>>;
  /** For each kind the share of questions that a scorer blind to word order could get right; see {@link bagOfWordsUpperBound}. */
  readonly bagOfWordsUpperBound?: Readonly<Record<string, number>>;
  readonly retrieval?: RetrievalResult;
  /** Of the benchmark's other galleries, by name. */
  readonly galleries?: Readonly<Record<string, RetrievalResult>>;
  /** Accuracy for each kind within each part, where questions say which parts they belong to. */
  readonly by?: Breakdowns<Readonly<Record<string, Proportion>>>;
  /** True of a model that reads texts alone: rows without a picture are among its answers, see {@link evaluateBlind}. */
  readonly blind?: boolean;
  readonly answers: readonly Answer[];
}

export function isCorrect({ right, wrong }: Answer): boolean {
  return right > wrong;
}

/** The results of models that see pictures, which say what of a benchmark could be asked; all of them if there are none. */
export function imageModelResults<T extends Pick<Result, 'blind'>>(results: readonly T[]): readonly T[] {
  const seeing = results.filter((result) => !result.blind);
  return seeing.length > 0 ? seeing : results;
}

/** The results of each benchmark, in the order in which they come. */
export function byBenchmark(results: readonly Result[]): [benchmark: string, own: Result[]][] {
  const names = [...new Set(results.map(({ benchmark }) => benchmark))];
  return names.map((name) => [name, results.filter(({ benchmark }) => benchmark === name)]);
}
