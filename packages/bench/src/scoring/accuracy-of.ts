import type { Traits } from '../questions/question';
import type { BootstrapOptions } from '../statistics/bootstrap-options';
import { clusterProportion } from '../statistics/cluster-proportion';
import { clusteredProportion, shareInterval } from '../statistics/clustered-mean';
import { groupSums } from '../statistics/group-sums';
import { meanInterval } from '../statistics/mean-interval';
import type { Estimate } from '../statistics/seed-interval';
import type { Proportion } from '../statistics/wilson-interval';
import type { Breakdowns } from './result';

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
