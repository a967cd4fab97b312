import { pickSparseRows, type SparseMatrix } from '../probes/features';
import { createFitter } from '../probes/logistic-regression';
import { bootstrapMean } from '../statistics/bootstrap';
import { createRandom } from '../statistics/random';
import { divideIntoFolds, type Folds } from './folds';
import { countNgrams, type NgramRows } from './ngrams';
import type { Pair } from './pair';

export interface BlindScore {
  readonly pairs: number;
  /** How often the fake is picked; a draw counts half. 0.5 is perfect. */
  readonly score: number;
  /** 95 % by resampling images. */
  readonly interval: readonly [number, number];
  /** The interval of 95 % of the scores of a judge that guesses. */
  readonly chance: readonly [number, number];
}

type NamedScore = BlindScore & { readonly name: string };

export interface BlindResult extends BlindScore {
  readonly partners: Folds['partners'];
  /** Each slot and operation judged by itself: learnt from its own pairs alone. */
  readonly slots: readonly NamedScore[];
  readonly operations: readonly NamedScore[];
  /** The n-grams with the largest weights, for negatives and for captions. */
  readonly telling: { readonly fake: readonly string[]; readonly real: readonly string[] };
}

const FOLDS = 5;
/** A slot of fewer pairs says nothing. */
const MIN_PAIRS = 100;
/** Of the fit: a thousandth of it moves a score of 2,000 pairs by less than a pair. */
const TOLERANCE = 1e-8;

/**
 * How well someone who sees only the texts tells negatives from captions: logistic regression on word 1–3-grams, 5
 * folds, captions of one image and exchange partners never on both sides. Deterministic by seed.
 */
export async function blindScore(pairs: readonly Pair[], seed: number): Promise<BlindResult | undefined> {
  if (pairs.length < 2 * FOLDS) return undefined;
  const { partners, outcome, matrix } = await judge(pairs, seed);
  const named = (of: (pair: Pair) => string | undefined) =>
    scoresByName(pairs, of, async (own) =>
      own.length === pairs.length ? outcome : (await judge(partOf(pairs, own), seed)).outcome,
    );
  return {
    ...outcome,
    partners,
    slots: await named(({ slot }) => slot),
    operations: await named(({ operation }) => operation),
    telling: tellingOf(matrix, await fit(matrix)),
  };
}

/** The same, by a judge who learnt from other negatives, mined apart: nothing in them mirrors these. */
export async function blindScoreAgainst(
  learn: readonly Pair[],
  asked: readonly Pair[],
  seed: number,
): Promise<BlindResult> {
  const matrix = matrixOf([...asked, ...learn]);
  const weights = await fit(
    pickPairs(
      matrix,
      [...learn.keys()].map((i) => asked.length + i),
    ),
  );
  const wins = Float64Array.from(asked, (_, i) => winOf(matrix, i, weights));
  const { groupOf } = divideIntoFolds(asked, FOLDS, createRandom(seed, 'against'));
  const named = (of: (pair: Pair) => string | undefined) =>
    scoresByName(asked, of, async (own) => summarise(partOf(wins, own), partOf(groupOf, own), seed));
  return {
    ...summarise(wins, groupOf, seed),
    partners: 'together',
    slots: await named(({ slot }) => slot),
    operations: await named(({ operation }) => operation),
    telling: tellingOf(matrix, weights),
  };
}

async function judge(pairs: readonly Pair[], seed: number) {
  const folds = divideIntoFolds(pairs, FOLDS, createRandom(seed, 'blind score'));
  const matrix = matrixOf(pairs);
  const wins = new Float64Array(pairs.length);
  for (let fold = 0; fold < folds.count; fold += 1) {
    const train = [...pairs.keys()].filter((i) => folds.mayTrain(i, fold));
    const weights = await fit(pickPairs(matrix, train));
    for (const i of pairs.keys()) if (folds.foldOf[i] === fold) wins[i] = winOf(matrix, i, weights);
  }
  return { partners: folds.partners, outcome: summarise(wins, folds.groupOf, seed), matrix };
}

/** Row 2i is the caption of pair i, row 2i + 1 its negative. */
function matrixOf(pairs: readonly Pair[]): NgramRows {
  return countNgrams(pairs.flatMap(({ caption, negative }) => [caption, negative]));
}

function pickPairs(matrix: SparseMatrix, pairs: readonly number[]): SparseMatrix {
  return pickSparseRows(
    matrix,
    pairs.flatMap((i) => [2 * i, 2 * i + 1]),
  );
}

/** Weights that distinguish negatives from captions: scikit-learn's `LogisticRegression` with C = 1. */
async function fit(matrix: SparseMatrix): Promise<Float64Array> {
  const targets = Uint8Array.from({ length: matrix.rows }, (_, row) => row % 2);
  const options = { link: 'sigmoid', outputs: 1, targets, tfjs: undefined, precision: 'double' } as const;
  const { model } = await createFitter(matrix, options).fit({ C: 1, tolerance: TOLERANCE });
  return model.weights;
}

/** 1 where the negative looks the fake one, 0 where the caption does, a half for a draw. */
function winOf(matrix: SparseMatrix, pair: number, weights: Float64Array): number {
  const difference = scoreOf(matrix, 2 * pair + 1, weights) - scoreOf(matrix, 2 * pair, weights);
  // Sums of the same weights in another order differ in the last digits.
  return Math.abs(difference) < 1e-9 ? 0.5 : difference > 0 ? 1 : 0;
}

/** `w·x` of a row without the intercept, which cancels where two rows are compared. */
function scoreOf({ starts, columns, values }: SparseMatrix, row: number, weights: Float64Array): number {
  let score = 0;
  for (let k = starts[row]!; k < starts[row + 1]!; k += 1) score += weights[columns[k]!]! * values[k]!;
  return score;
}

/** A score for each name that enough pairs have. @param score of the pairs at these places */
async function scoresByName(
  pairs: readonly Pair[],
  nameOf: (pair: Pair) => string | undefined,
  score: (places: readonly number[]) => Promise<BlindScore>,
): Promise<NamedScore[]> {
  const names = [...new Set(pairs.flatMap((pair) => nameOf(pair) ?? []))].sort();
  const scores: NamedScore[] = [];
  for (const name of names) {
    const own = [...pairs.keys()].filter((i) => nameOf(pairs[i]!) === name);
    if (own.length >= MIN_PAIRS) scores.push({ name, ...(await score(own)) });
  }
  return scores;
}

function partOf<T>(values: ArrayLike<T>, places: readonly number[]): T[] {
  return places.map((place) => values[place]!);
}

function summarise(wins: ArrayLike<number>, groupOf: ArrayLike<number>, seed: number): BlindScore {
  const groups = new Map<number, { sum: number; weight: number }>();
  let sum = 0;
  for (let i = 0; i < wins.length; i += 1) {
    sum += wins[i]!;
    const group = groups.get(groupOf[i]!) ?? { sum: 0, weight: 0 };
    groups.set(groupOf[i]!, { sum: group.sum + wins[i]!, weight: group.weight + 1 });
  }
  const margin = 1.96 * Math.sqrt(0.25 / wins.length);
  return {
    pairs: wins.length,
    score: sum / wins.length,
    interval: bootstrapMean([...groups.values()], { seed }),
    chance: [Math.max(0, 0.5 - margin), Math.min(1, 0.5 + margin)],
  };
}

function tellingOf(matrix: NgramRows, weights: Float64Array): BlindResult['telling'] {
  const largest = (sign: 1 | -1) =>
    [...weights.keys()]
      .filter((column) => sign * weights[column]! > 0)
      .sort((a, b) => sign * (weights[b]! - weights[a]!))
      .slice(0, 10)
      .map((column) => matrix.nameOf(column));
  return { fake: largest(1), real: largest(-1) };
}
