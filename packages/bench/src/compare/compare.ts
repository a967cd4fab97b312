import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { ownEntry } from '@slipform/kit/formats/shape';
import { checkResults } from '../scoring/check-results';
import { type Answer, isCorrect, type Result } from '../scoring/result';
import {
  type BootstrapOptions,
  bootstrapMean,
  groupSums,
  readBootstrapOptions,
} from '../statistics/bootstrap';
import { clusteredMean } from '../statistics/clustered-mean';
import { holm } from '../statistics/holm';
import { mcnemar } from '../statistics/mcnemar';
import { signFlipTest } from '../statistics/permutation-test';
import { smallestP, verdictOf } from './verdict';

/** How two models differ on the same items; differences are `b − a`, in shares of 1. */
export interface Comparison {
  readonly benchmark: string;
  readonly a: string;
  readonly b: string;
  /** The training seed of both. */
  readonly trainingSeed?: number;
  /**
   * `b − a`: above 0 where `b` is better. Mean over the kinds of the headline, with a paired bootstrap interval over pictures; where questions have clusters, the
   * one of {@link clusteredMean}.
   */
  readonly difference: number;
  /** 95 %, of `difference`. */
  readonly interval: readonly [low: number, high: number];
  /** Paired permutation test of `difference`: signs flipped picture by picture; with clusters Student's t over these. */
  readonly p: number;
  /** True where the interval excludes 0 and `p` is below .05: the two differ beyond the noise of the items. */
  readonly differs: boolean;
  /** In words: "no difference seen", who is ahead, or that too few questions differ for any p below .05. */
  readonly verdict: string;
  readonly kinds: Readonly<Record<string, KindComparison>>;
}

export interface KindComparison {
  /** `b − a`: above 0 where `b` is better. */
  readonly difference: number;
  /** Items that only `a` or only `b` gets right. */
  readonly onlyA: number;
  readonly onlyB: number;
  /**
   * Two-sided, not corrected for the number of kinds: McNemar's exact test, or where rows of this kind share pictures the
   * paired permutation test over pictures, since McNemar's takes rows for independent; with clusters Student's t over these,
   * but where fewer than six questions differ no less than an exact test of so many can give.
   */
  readonly p: number;
  /** The same after Holm's correction for the number of kinds. */
  readonly holm: number;
  /** In words, by `holm` at .05. */
  readonly verdict: string;
}

/**
 * Compares every two results of one benchmark (and one seed) item by item.
 *
 * For each kind McNemar's exact test, with Holm's correction over the kinds; for the mean over kinds the paired
 * bootstrap and the paired permutation test over pictures. The noise that is covered is the items': how far training
 * seeds differ shows only in runs with several of them, see {@link compareSeeds}.
 *
 * @throws InputError where two results of one benchmark were not asked the same questions, or no two are of one benchmark.
 *
 * @example
 * const [first] = compare([before, result], { seed: 1 });
 * first?.verdict;
 */
export function compare(results: readonly Result[], options: BootstrapOptions = {}): Comparison[] {
  checkResults('compare', results);
  readBootstrapOptions('compare', options);
  const found = comparePairs(results, options);
  if (found.length === 0) {
    const names = results.map(({ model, benchmark, trainingSeed }) => {
      return `${model} on ${benchmark}${trainingSeed === undefined ? '' : `, seed ${trainingSeed}`}`;
    });
    refuse(
      'compare',
      'results',
      `must hold two models' answers to questions of one benchmark and one training seed`,
      names.join('; ') || 'none',
    );
  }
  return found;
}

/** The same, empty where no two of them can be compared. */
export function comparePairs(results: readonly Result[], options: BootstrapOptions = {}): Comparison[] {
  const found: Comparison[] = [];
  results.forEach((a, index) => {
    for (const b of results.slice(index + 1)) {
      if (a.benchmark !== b.benchmark || a.trainingSeed !== b.trainingSeed) continue;
      const pairs = pairItems(a, b);
      if (pairs.length > 0) found.push(comparePair(a, b, pairs, options));
    }
  });
  return found;
}

type Pair = readonly [Answer, Answer];

const REMEDY = 'judge both with the same files and options of the benchmark, such as count, seed and images.';

/** Files of older versions hold no hash of the question; there the id has to do. */
function isAnother(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

function pairItems(a: Result, b: Result): Pair[] {
  // A Scorer can't be asked about two texts; the result says so, and the kinds that both answered are compared.
  const isUnasked = (kind: string) =>
    ownEntry(a.coverage, kind)?.scored === 0 || ownEntry(b.coverage, kind)?.scored === 0;
  const asked = (result: Result) => result.answers.filter((answer) => !isUnasked(answer.kind));
  // A text-only model was also asked the rows whose pictures the other one lacked.
  const answers = new Map(sharedItems(asked(b), a, b).map((item) => [item.id, item]));
  const items = sharedItems(asked(a), b, a);
  if (items.length !== answers.size || !items.every(({ id }) => answers.has(id))) {
    throw new InputError(
      `compare: ${a.model} and ${b.model} were not judged on the same items of ${a.benchmark} (${items.length} and ${answers.size}); ${REMEDY}`,
    );
  }
  const strange = items.find(({ id, question }) => isAnother(question, answers.get(id)!.question));
  if (strange) {
    throw new InputError(
      `compare: ${a.model} and ${b.model} were asked different questions of ${a.benchmark}, ${strange.id} is the first; ${REMEDY}`,
    );
  }
  return items.map((item): Pair => [item, answers.get(item.id)!]);
}

/** What `own` answered; of a text-only model's answers, next to one that looks, those that the other one gave too. */
function sharedItems(items: readonly Answer[], other: Result, own: Result): readonly Answer[] {
  if (!own.blind || other.blind) return items;
  const ids = new Set(other.answers.map(({ id }) => id));
  return items.filter(({ id }) => ids.has(id));
}

interface KindCount {
  onlyA: number;
  onlyB: number;
  total: number;
  /** b − a by picture. */
  readonly groups: Map<string, number>;
}

function comparePair(a: Result, b: Result, pairs: readonly Pair[], options: BootstrapOptions): Comparison {
  const counts = countKinds(pairs);
  const isCrossed = pairs.some(([answer]) => answer.clusters !== undefined);
  const tested = Object.entries(counts).map(([kind, count]) => {
    const { onlyA, onlyB, total, groups } = count;
    const rest = () =>
      groups.size === total ? mcnemar(onlyA, onlyB) : signFlipTest([...groups.values()], options);
    const differing = isCrossed || groups.size === total ? onlyA + onlyB : countDiffering(groups.values());
    const tooFew = isCrossed || groups.size <= MAX_TOO_FEW ? tooFewOf(differing) : undefined;
    const p = isCrossed
      ? notBelowExact(clusteredMean(differenceRows(pairs, counts, [kind])).p, differing)
      : rest();
    return { kind, difference: (onlyB - onlyA) / total, onlyA, onlyB, p, tooFew };
  });
  const corrected = holm(tested.map(({ p }) => p));
  const kinds = Object.fromEntries(
    tested.map(({ kind, tooFew, ...rest }, index): [string, KindComparison] => {
      const adjusted = corrected[index]!;
      const verdict = verdictOf(rest.difference, adjusted < 0.05, a.model, b.model, tooFew);
      return [kind, { ...rest, holm: adjusted, verdict }];
    }),
  );

  const [headline] = Object.values(a.means ?? {});
  const wanted = headline?.kinds.filter((kind) => Object.hasOwn(counts, kind)) ?? [];
  const meanKinds = wanted.length > 0 ? wanted : Object.keys(counts);
  const difference = withoutDust(
    meanKinds.reduce((sum, kind) => sum + kinds[kind]!.difference, 0) / meanKinds.length,
  );
  const rows = differenceRows(pairs, counts, meanKinds);
  const sums = groupSums(rows).map(({ sum }) => sum);
  const differing = isCrossed ? rows.filter(({ value }) => value !== 0).length : countDiffering(sums);
  const { interval: ends, p: found } = isCrossed ? clusteredMean(rows) : overPictures(rows, options);
  const p = isCrossed ? notBelowExact(found, differing) : found;
  const interval = [withoutDust(ends[0]), withoutDust(ends[1])] as const;
  // With few pictures the bootstrap's interval is too short, and the exact test is not; with many they agree.
  const excludesZero = interval[0] > 0 || interval[1] < 0;
  const differs = excludesZero && p < 0.05;
  const isSmall = isCrossed || excludesZero || sums.length <= MAX_TOO_FEW;
  const tooFew = isSmall ? tooFewOf(differing) : undefined;
  return {
    benchmark: a.benchmark,
    a: a.model,
    b: b.model,
    ...(a.trainingSeed === undefined ? {} : { trainingSeed: a.trainingSeed }),
    difference,
    interval,
    p,
    differs,
    verdict: verdictOf(difference, differs, a.model, b.model, tooFew),
    kinds,
  };
}

/** With so many pictures no test that flips signs comes below .05. */
const MAX_TOO_FEW = 5;

/** The number itself, where it is too small for any p below .05, and not 0: then the two answer alike. */
function tooFewOf(differing: number): number | undefined {
  return differing > 0 && smallestP(differing) >= 0.05 ? differing : undefined;
}

/** Student's t over clusters takes a handful of answers that differ the same way for many: no exact test would. */
const notBelowExact = (p: number, differing: number) =>
  tooFewOf(differing) === undefined ? p : Math.max(p, smallestP(differing));

/** Sums of weights that cancel leave 1e-17. */
const withoutDust = (value: number) => Math.round(value * 1e12) / 1e12 + 0;

const countDiffering = (sums: Iterable<number>) => [...sums].filter((sum) => Math.abs(sum) > 1e-12).length;

function countKinds(pairs: readonly Pair[]): Record<string, KindCount> {
  const counts = new Map<string, KindCount>();
  for (const [itemA, itemB] of pairs) {
    const count = counts.get(itemA.kind) ?? { onlyA: 0, onlyB: 0, total: 0, groups: new Map() };
    counts.set(itemA.kind, count);
    const difference = Number(isCorrect(itemB)) - Number(isCorrect(itemA));
    count.total++;
    if (difference > 0) count.onlyB++;
    if (difference < 0) count.onlyA++;
    count.groups.set(itemA.group, (count.groups.get(itemA.group) ?? 0) + difference);
  }
  return Object.fromEntries(counts);
}

/** How far the two differ in each answer, b − a, weighted so that kinds weigh the same. */
function differenceRows(
  pairs: readonly Pair[],
  counts: Readonly<Record<string, KindCount>>,
  kinds: readonly string[],
) {
  return pairs
    .filter(([{ kind }]) => kinds.includes(kind))
    .map(([a, b]) => ({
      group: a.group,
      clusters: a.clusters ?? { group: a.group },
      value: Number(isCorrect(b)) - Number(isCorrect(a)),
      weight: 1 / counts[a.kind]!.total,
    }));
}

/** Interval and p of the mean, over pictures. */
function overPictures(rows: ReturnType<typeof differenceRows>, options: BootstrapOptions) {
  const list = groupSums(rows);
  const sums = list.map(({ sum }) => sum);
  return { interval: bootstrapMean(list, options), p: signFlipTest(sums, options) };
}
