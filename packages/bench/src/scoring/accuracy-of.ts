import type { Traits } from '../questions/question';
import { type BootstrapOptions, bootstrapMean, groupSums } from '../statistics/bootstrap';
import { clusteredProportion, shareInterval } from '../statistics/clustered-mean';
import type { Estimate } from '../statistics/seed-interval';
import { type Proportion, wilsonBounds, wilsonInterval } from '../statistics/wilson-interval';
import type { Breakdowns } from './result';

/** With fewer groups the bootstrap's intervals are too short. */
const FEW = 30;

/**
 * A share of successes among rows that share pictures: Wilson's interval where each group has one row, the bootstrap
 * over groups where some have several, since rows of one picture err together. With fewer than 30 groups, or where all
 * rows agree, the bootstrap says too little: there it is Wilson's interval with the number of groups as n.
 */
export function clusterProportion(
  rows: readonly { readonly group: string; readonly correct: boolean }[],
  options: BootstrapOptions = {},
): Proportion {
  const sums = groupSums(rows.map(({ group, correct }) => ({ group, value: Number(correct), weight: 1 })));
  const correct = sums.reduce((all, { sum }) => all + sum, 0);
  const plain = wilsonInterval(correct, rows.length);
  if (sums.length === rows.length) return plain;
  if (sums.length < FEW || correct === 0 || correct === rows.length) {
    return { ...plain, interval: wilsonBounds(plain.value, sums.length) };
  }
  return { ...plain, interval: bootstrapMean(sums, options) };
}

/** What is known of a row beside whether it is right. */
interface Row extends Traits {
  readonly group: string;
  readonly correct: boolean;
}

/** Rows without labels share their picture with others at most. */
const clustersOf = ({ clusters, group }: Row) => clusters ?? { group };
const isClustered = (rows: readonly Traits[]) => rows.some(({ clusters }) => clusters !== undefined);

/** The share of rows that are right: over words and artists where rows have such labels, else over pictures. */
export function accuracyOf(rows: readonly Row[], options: BootstrapOptions): Proportion {
  if (!isClustered(rows)) return clusterProportion(rows, options);
  return clusteredProportion(rows.map((row) => ({ correct: row.correct, clusters: clustersOf(row) })));
}

/** The interval of a mean over rows with weights, likewise. */
export function weightedInterval(
  rows: readonly (Row & { readonly weight: number })[],
  options: BootstrapOptions,
): Estimate['interval'] {
  const numbers = rows.map((row) => ({ ...row, value: Number(row.correct), clusters: clustersOf(row) }));
  if (isClustered(rows)) return shareInterval(numbers).interval;
  return meanInterval(groupSums(numbers), options);
}

/** Something of the rows of each part; undefined where rows have no parts. */
export function breakDown<R extends Traits, T>(
  rows: readonly R[],
  summarise: (rows: readonly R[]) => T,
  order: Readonly<Record<string, readonly string[]>> = {},
): Breakdowns<T> | undefined {
  const names = [...new Set(rows.flatMap(({ by = {} }) => Object.keys(by)))];
  if (names.length === 0) return undefined;
  const partsOf = (name: string) => {
    const parts = new Map<string, R[]>((order[name] ?? []).map((part) => [part, []]));
    for (const row of rows) {
      const part = row.by?.[name];
      if (part === undefined) continue;
      const own = parts.get(part);
      if (own) own.push(row);
      else parts.set(part, [row]);
    }
    return [...parts].filter(([, own]) => own.length > 0);
  };
  return Object.fromEntries(
    names.map((name) => [
      name,
      Object.fromEntries(partsOf(name).map(([part, own]) => [part, summarise(own)])),
    ]),
  );
}

/**
 * The 95 % interval of a mean over kinds, Σ sum / Σ weight over pictures: the bootstrap over pictures. Where there are few
 * of them, or all rows agree, it says too little (one picture would have an interval of no width): there it is Wilson's
 * interval with n = (Σ weight)² / Σ weight², the number of pictures of equal weight that the mean is as noisy as. That is
 * the number of pictures where each asks all kinds, and for kinds of pictures of their own K² / Σ 1/nₖ.
 * Source of n: L. Kish 1965, "Survey sampling", effective sample size.
 */
export function meanInterval(
  groups: readonly { readonly sum: number; readonly weight: number }[],
  options: BootstrapOptions = {},
): readonly [low: number, high: number] {
  const total = (read: (group: { sum: number; weight: number }) => number) =>
    groups.reduce((sum, group) => sum + read(group), 0);
  const weight = total((group) => group.weight);
  const value = total((group) => group.sum) / weight;
  const effective = weight ** 2 / total((group) => group.weight ** 2);
  const agree = groups.every(({ sum }) => sum === 0) || groups.every((group) => group.sum === group.weight);
  if (effective >= FEW && !agree) return bootstrapMean(groups, options);
  // Sums of shares may end a bit above 1.
  return wilsonBounds(Math.min(1, value), effective);
}
