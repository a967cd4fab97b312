import { pickSparseRows, type SparseMatrix } from '../probes/features';
import { createFitter } from '../probes/logistic-regression';
import { bootstrapMean } from '../statistics/bootstrap';
import { createRandom, type Random } from '../statistics/random';
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

/** Texts as bags of word 1–3-grams, exact: no two n-grams share a column. */
interface NgramRows extends SparseMatrix {
  /** The n-gram of a column, in words. */
  nameOf(column: number): string;
}

/** Counts the 1-, 2- and 3-grams of lower-case words (runs of letters and digits) of each text. */
export function countNgrams(texts: readonly string[]): NgramRows {
  const words = new Map<string, number>();
  const wordList: string[] = [];
  // An n-gram is its first n − 1 words' column and its last word: one number, below 2 to the 53rd.
  const sequences = new Map<number, number>();
  const names: (readonly [prefix: number, word: number])[] = [];
  const columnOf = (prefix: number, word: number): number => {
    const key = (prefix + 1) * 2 ** 24 + word;
    let column = sequences.get(key);
    if (column === undefined) {
      column = names.length;
      sequences.set(key, column);
      names.push([prefix, word]);
    }
    return column;
  };
  const starts = new Int32Array(texts.length + 1);
  const columns: number[] = [];
  const counts: number[] = [];
  for (const [row, text] of texts.entries()) {
    const bag = new Map<number, number>();
    const add = (column: number) => bag.set(column, (bag.get(column) ?? 0) + 1);
    let before: readonly number[] = [];
    for (const word of wordsOf(text)) {
      let id = words.get(word);
      if (id === undefined) {
        id = wordList.length;
        words.set(word, id);
        wordList.push(word);
      }
      const here = [columnOf(-1, id), ...before.slice(0, 2).map((prefix) => columnOf(prefix, id))];
      for (const column of here) add(column);
      before = here;
    }
    for (const [column, count] of bag) {
      columns.push(column);
      counts.push(count);
    }
    starts[row + 1] = columns.length;
  }
  const nameOf = (column: number): string => {
    const [prefix, word] = names[column] ?? [-1, 0];
    return `${prefix < 0 ? '' : `${nameOf(prefix)} `}${wordList[word] ?? ''}`;
  };
  return {
    rows: texts.length,
    width: names.length,
    starts,
    columns: Int32Array.from(columns),
    values: Float64Array.from(counts),
    nameOf,
  };
}

/** Lower-case runs of letters and digits; more of a text than any caption has is not looked at. */
function wordsOf(text: string): readonly string[] {
  return (
    text
      .slice(0, 16_384)
      .toLowerCase()
      .match(/[\p{L}\p{N}_]+/gu) ?? []
  );
}

/** How pairs are divided, so that no fold knows what another is asked. */
interface Folds {
  readonly count: number;
  /** Each pair's fold. */
  readonly foldOf: Int32Array;
  /** Each pair's group: those of one image or one caption, which count as one draw. */
  readonly groupOf: Int32Array;
  /**
   * `together`: exchange partners are in one fold. `apart`: they are chained over so many images that they can't be;
   * what is a partner of a pair in the fold is left out of that fold's training.
   */
  readonly partners: 'together' | 'apart';
  /** Whether a pair may be learnt from when a fold is asked. */
  mayTrain(pair: number, fold: number): boolean;
}

/** A fold should hold a fifth; a chain of more than this would leave nothing to learn from. */
const LARGEST_SHARE = 0.25;

/** Divides pairs into folds of equal size: captions of one image, and one caption's negatives, stay together. */
export function divideIntoFolds(pairs: readonly Pair[], count: number, random: Random): Folds {
  const images = createUnion(pairs.length);
  const first = new Map<string, number>();
  const byId = new Map<string, number[]>();
  const join = (key: string, pair: number) => {
    const other = first.get(key);
    if (other === undefined) first.set(key, pair);
    else images.join(other, pair);
  };
  for (const [i, { caption, id, imageId }] of pairs.entries()) {
    join(`caption ${caption.toLowerCase()}`, i);
    if (imageId !== undefined) join(`image ${imageId}`, i);
    if (id === undefined) continue;
    join(`id ${id}`, i);
    const same = byId.get(id);
    if (same) same.push(i);
    else byId.set(id, [i]);
  }
  const links: number[][] = pairs.map(() => []);
  const chains = createUnion(pairs.length);
  for (const [i, { partner }] of pairs.entries()) {
    chains.join(i, images.rootOf(i));
    for (const other of partner === undefined ? [] : (byId.get(partner) ?? [])) {
      chains.join(i, other);
      links[i]!.push(other);
      links[other]!.push(i);
    }
  }
  const groupOf = Int32Array.from(pairs, (_, i) => images.rootOf(i));
  const chainOf = Int32Array.from(pairs, (_, i) => chains.rootOf(i));
  const isTogether = largest(chainOf) <= Math.max(1, LARGEST_SHARE * pairs.length);
  const foldOf = assign(isTogether ? chainOf : groupOf, count, random);
  return {
    count,
    foldOf,
    groupOf,
    partners: isTogether ? 'together' : 'apart',
    mayTrain: (pair, fold) =>
      foldOf[pair] !== fold && (isTogether || links[pair]!.every((other) => foldOf[other] !== fold)),
  };
}

/** Deals groups out, in an order by chance, each to the fold that has the least. */
function assign(groups: Int32Array, count: number, random: Random): Int32Array {
  const sizes = new Map<number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  // The large ones first: small ones even out what they leave.
  const order = random.shuffle([...sizes.keys()]);
  order.sort((a, b) => sizes.get(b)! - sizes.get(a)!);
  const totals = new Array<number>(count).fill(0);
  const foldOfGroup = new Map<number, number>();
  for (const group of order) {
    const fold = totals.indexOf(Math.min(...totals));
    totals[fold]! += sizes.get(group)!;
    foldOfGroup.set(group, fold);
  }
  return groups.map((group) => foldOfGroup.get(group)!);
}

function largest(groups: Int32Array): number {
  const sizes = new Map<number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return Math.max(0, ...new Set(sizes.values()));
}

/** Sets that grow together (union–find with path halving). */
function createUnion(size: number) {
  const parent = Int32Array.from({ length: size }, (_, i) => i);
  const rootOf = (start: number): number => {
    let node = start;
    while (parent[node] !== node) {
      parent[node] = parent[parent[node]!]!;
      node = parent[node]!;
    }
    return node;
  };
  return {
    rootOf,
    join(a: number, b: number) {
      parent[rootOf(a)] = rootOf(b);
    },
  };
}
