import { isCorrect, type Result, type ScoredItem } from './result';
import { type BootstrapOptions, bootstrapMean } from './statistics/bootstrap';
import { mcnemar } from './statistics/mcnemar';

/** How two models differ on the same items; differences are `b − a`, in shares of 1. */
export interface Comparison {
  readonly benchmark: string;
  readonly a: string;
  readonly b: string;
  readonly seed?: number;
  /** Mean over the kinds, with a paired bootstrap interval over pictures. */
  readonly difference: number;
  readonly interval: readonly [low: number, high: number];
  /** True where the interval excludes 0: the two differ beyond the noise of the items. */
  readonly differs: boolean;
  readonly kinds: Readonly<Record<string, KindComparison>>;
}

export interface KindComparison {
  readonly difference: number;
  /** Items that only `a` or only `b` gets right. */
  readonly onlyA: number;
  readonly onlyB: number;
  /** McNemar's exact test, two-sided, not corrected for the number of kinds. */
  readonly p: number;
}

/**
 * Compares every two results of one benchmark (and one seed) item by item.
 *
 * For each kind McNemar's exact test; for the mean over kinds the paired bootstrap over pictures. The noise that is
 * covered is the items': how far training seeds differ shows only in runs with several of them.
 *
 * @throws RangeError where two results of one benchmark don't hold the same items.
 */
export function compare(results: readonly Result[], options: BootstrapOptions = {}): Comparison[] {
  const found: Comparison[] = [];
  results.forEach((a, index) => {
    for (const b of results.slice(index + 1)) {
      if (a.benchmark === b.benchmark && a.seed === b.seed) found.push(comparePair(a, b, options));
    }
  });
  return found;
}

function comparePair(a: Result, b: Result, options: BootstrapOptions): Comparison {
  const answers = new Map(b.items.map((item) => [item.id, item]));
  const pairs = a.items.map((item): [ScoredItem, ScoredItem] => {
    const other = answers.get(item.id);
    if (!other || a.items.length !== b.items.length) {
      throw new RangeError(
        `compare: ${a.model} and ${b.model} were not judged on the same items of ${a.benchmark}`,
      );
    }
    return [item, other];
  });
  const totals = new Map<string, number>();
  for (const [item] of pairs) totals.set(item.kind, (totals.get(item.kind) ?? 0) + 1);

  const kinds: Record<string, { onlyA: number; onlyB: number }> = {};
  const groups = new Map<string, { sum: number; weight: number }>();
  for (const [itemA, itemB] of pairs) {
    kinds[itemA.kind] ??= { onlyA: 0, onlyB: 0 };
    const kind = kinds[itemA.kind]!;
    const difference = Number(isCorrect(itemB)) - Number(isCorrect(itemA));
    if (difference > 0) kind.onlyB++;
    if (difference < 0) kind.onlyA++;
    const weight = 1 / totals.get(itemA.kind)!;
    const group = groups.get(itemA.group) ?? { sum: 0, weight: 0 };
    group.sum += difference * weight;
    group.weight += weight;
    groups.set(itemA.group, group);
  }
  const compared = Object.fromEntries(
    Object.entries(kinds).map(([kind, { onlyA, onlyB }]): [string, KindComparison] => [
      kind,
      { difference: (onlyB - onlyA) / totals.get(kind)!, onlyA, onlyB, p: mcnemar(onlyA, onlyB) },
    ]),
  );
  const interval = bootstrapMean([...groups.values()], options);
  const differences = Object.values(compared).map((kind) => kind.difference);
  return {
    benchmark: a.benchmark,
    a: a.model,
    b: b.model,
    ...(a.seed === undefined ? {} : { seed: a.seed }),
    difference: differences.reduce((sum, value) => sum + value, 0) / differences.length,
    interval,
    differs: interval[0] > 0 || interval[1] < 0,
    kinds: compared,
  };
}
