import { createRandom, type Random } from '../seeded-random';
import { divideIntoFolds, type Folds } from './folds';
import { fitLogistic, scoreOf } from './logistic-regression';
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

export interface BlindResult extends BlindScore {
  readonly partners: Folds['partners'];
  /** Each slot and operation judged by itself: learnt from its own pairs alone. */
  readonly slots: readonly (BlindScore & { readonly name: string })[];
  readonly operations: readonly (BlindScore & { readonly name: string })[];
  /** The n-grams with the largest weights, for negatives and for captions. */
  readonly telling: { readonly fake: readonly string[]; readonly real: readonly string[] };
}

const foldCount = 5;
const draws = 1000;
/** A slot of fewer pairs says nothing. */
const leastPairs = 100;

/**
 * How well someone who sees only the texts tells negatives from captions: logistic regression on word 1–3-grams, 5
 * folds, captions of one image and exchange partners never on both sides. Deterministic by seed.
 */
export function blindScore(pairs: readonly Pair[], seed: number): BlindResult | undefined {
  if (pairs.length < 2 * foldCount) return undefined;
  const { partners, outcome, matrix, labels } = judge(pairs, seed);
  const named = (of: (pair: Pair) => string | undefined) =>
    [...new Set(pairs.flatMap((pair) => of(pair) ?? []))].sort().flatMap((name) => {
      const own = pairs.filter((pair) => of(pair) === name);
      if (own.length < leastPairs) return [];
      return { name, ...(own.length === pairs.length ? outcome : judge(own, seed).outcome) };
    });
  const all = Array.from({ length: 2 * pairs.length }, (_, row) => row);
  const weights = fitLogistic(matrix, all, labels, createRandom(seed, 'telling'));
  return {
    ...outcome,
    partners,
    slots: named(({ slot }) => slot),
    operations: named(({ operation }) => operation),
    telling: { fake: largestOf(matrix, weights, 1), real: largestOf(matrix, weights, -1) },
  };
}

/** The same, by a judge who learnt from other negatives, mined apart: nothing in them mirrors these. */
export function blindScoreAgainst(learn: readonly Pair[], asked: readonly Pair[], seed: number): BlindResult {
  const random = createRandom(seed, 'against');
  const matrix = countNgrams([...asked, ...learn].flatMap(({ caption, negative }) => [caption, negative]));
  const labels = labelsOf(asked.length + learn.length);
  const rows = Array.from({ length: 2 * learn.length }, (_, i) => 2 * asked.length + i);
  const weights = fitLogistic(matrix, rows, labels, random);
  const wins = Float64Array.from(asked, (_, i) => winOf(matrix, i, weights));
  const { groupOf } = divideIntoFolds(asked, foldCount, random);
  const named = (of: (pair: Pair) => string | undefined) =>
    [...new Set(asked.flatMap((pair) => of(pair) ?? []))].sort().flatMap((name) => {
      const own = [...asked.keys()].filter((i) => of(asked[i]!) === name);
      if (own.length < leastPairs) return [];
      const part = (values: Float64Array | Int32Array) => own.map((i) => values[i]!);
      return { name, ...summarise(Float64Array.from(part(wins)), Int32Array.from(part(groupOf)), random) };
    });
  return {
    ...summarise(wins, groupOf, random),
    partners: 'together',
    slots: named(({ slot }) => slot),
    operations: named(({ operation }) => operation),
    telling: { fake: largestOf(matrix, weights, 1), real: largestOf(matrix, weights, -1) },
  };
}

/** Row 2i is the caption of pair i, row 2i + 1 its negative. */
function labelsOf(pairs: number): Int8Array {
  return Int8Array.from({ length: 2 * pairs }, (_, row) => (row % 2 === 0 ? -1 : 1));
}

/** 1 where the negative looks the fake one, 0 where the caption does, a half for a draw. */
function winOf(matrix: NgramRows, pair: number, weights: Float64Array): number {
  const difference = scoreOf(matrix, 2 * pair + 1, weights) - scoreOf(matrix, 2 * pair, weights);
  // Sums of the same weights in another order differ in the last digits.
  return Math.abs(difference) < 1e-9 ? 0.5 : difference > 0 ? 1 : 0;
}

function judge(pairs: readonly Pair[], seed: number) {
  const random = createRandom(seed, 'blind score');
  const folds = divideIntoFolds(pairs, foldCount, random);
  const matrix = countNgrams(pairs.flatMap(({ caption, negative }) => [caption, negative]));
  const labels = labelsOf(pairs.length);
  const wins = new Float64Array(pairs.length);
  for (let fold = 0; fold < folds.count; fold += 1) {
    const train = pairs.flatMap((_, i) => (folds.mayTrain(i, fold) ? [2 * i, 2 * i + 1] : []));
    const weights = fitLogistic(matrix, train, labels, random);
    for (let i = 0; i < pairs.length; i += 1) {
      if (folds.foldOf[i] === fold) wins[i] = winOf(matrix, i, weights);
    }
  }
  return { partners: folds.partners, outcome: summarise(wins, folds.groupOf, random), matrix, labels };
}

function summarise(wins: Float64Array, groupOf: Int32Array, random: Random): BlindScore {
  const groups = new Map<number, [won: number, pairs: number]>();
  let won = 0;
  for (const [i, win] of wins.entries()) {
    won += win;
    const group = groups.get(groupOf[i]!) ?? [0, 0];
    groups.set(groupOf[i]!, [group[0] + win, group[1] + 1]);
  }
  const list = [...groups.values()];
  const scores = Array.from({ length: draws }, () => {
    let [drawnWon, drawnPairs] = [0, 0];
    for (let i = 0; i < list.length; i += 1) {
      const [groupWon, groupPairs] = list[random.below(list.length)]!;
      drawnWon += groupWon;
      drawnPairs += groupPairs;
    }
    return drawnWon / drawnPairs;
  }).sort((a, b) => a - b);
  const margin = 1.96 * Math.sqrt(0.25 / wins.length);
  return {
    pairs: wins.length,
    score: won / wins.length,
    interval: [scores[Math.floor(0.025 * draws)]!, scores[Math.ceil(0.975 * draws) - 1]!],
    chance: [Math.max(0, 0.5 - margin), Math.min(1, 0.5 + margin)],
  };
}

function largestOf(matrix: NgramRows, weights: Float64Array, sign: 1 | -1): string[] {
  return [...weights.subarray(0, matrix.size).keys()]
    .filter((column) => sign * weights[column]! > 0)
    .sort((a, b) => sign * (weights[b]! - weights[a]!))
    .slice(0, 10)
    .map((column) => matrix.nameOf(column));
}
