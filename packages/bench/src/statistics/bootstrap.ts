import { refuse } from '@slipform/kit/errors/input-error';
import {
  integer,
  type OptionsRead,
  optional,
  type RowsFor,
  readOptions,
} from '@slipform/kit/options/options';
import { shown } from '@slipform/kit/text/printable';
import { checkList } from '../checks/check-numbers';
import { seed } from '../checks/seed';
import { createRandom } from './random';

/**
 * The percentile bootstrap's 95 % interval of a mean over groups: groups are drawn with replacement, and the mean
 * is Σ sum / Σ weight over what was drawn. Items that share a picture belong to one group, because they err together.
 * Source: B. Efron 1979, "Bootstrap methods: another look at the jackknife".
 *
 * @example
 * const [low, high] = bootstrapMean([{ sum: 3, weight: 4 }, { sum: 1, weight: 2 }], { seed: 1 });
 */
export function bootstrapMean(
  groups: readonly { readonly sum: number; readonly weight: number }[],
  options: BootstrapOptions = {},
): [low: number, high: number] {
  checkList('bootstrapMean: groups', groups, 'groups { sum, weight }', 1);
  const bad = groups.findIndex(
    (group) => !Number.isFinite(group?.sum) || !(Number.isFinite(group.weight) && group.weight > 0),
  );
  if (bad >= 0) {
    refuse(
      'bootstrapMean',
      `groups[${bad}]`,
      'must be { sum, weight }, a number and one above 0',
      shown(groups[bad]),
    );
  }
  const { resamples, seed } = readBootstrapOptions('bootstrapMean', options);
  const random = createRandom(seed, 'bootstrap');
  const means = new Float64Array(resamples);
  for (let resample = 0; resample < resamples; resample++) {
    let sum = 0;
    let weight = 0;
    for (let i = 0; i < groups.length; i++) {
      const group = groups[random.integer(groups.length)]!;
      sum += group.sum;
      weight += group.weight;
    }
    means[resample] = sum / weight;
  }
  means.sort();
  return [quantile(means, 0.025), quantile(means, 0.975)];
}

/** Linear interpolation between the order statistics of a sorted list. */
function quantile(sorted: Float64Array, q: number): number {
  const place = q * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below]!;
  return low + (place - below) * ((sorted[below + 1] ?? low) - low);
}

export interface BootstrapOptions {
  /** Samples that are drawn. Default 2000. */
  readonly resamples?: number;
  /** Decides which ones. Default 0. */
  readonly seed?: number;
}

const rows = {
  resamples: optional(integer({ min: 1, max: 10_000_000 }), 2000),
  seed: optional(seed, 0),
} satisfies RowsFor<BootstrapOptions>;

/**
 * Options of the bootstrap and of permutation tests.
 *
 * @param caller the function that a message begins with
 * @throws InputError
 */
export function readBootstrapOptions(caller: string, options: unknown): OptionsRead<typeof rows> {
  return readOptions(caller, rows, options);
}

/** A number of a row, and of which group it is. */
interface GroupedRow {
  readonly group: string;
  readonly value: number;
  readonly weight: number;
}

/** For each group Σ weight · value and Σ weight of its rows, as the bootstrap over groups takes them. */
export function groupSums(rows: readonly GroupedRow[]): { sum: number; weight: number }[] {
  const groups = new Map<string, { sum: number; weight: number }>();
  for (const { group: name, value, weight } of rows) {
    const group = groups.get(name) ?? { sum: 0, weight: 0 };
    group.sum += value * weight;
    group.weight += weight;
    groups.set(name, group);
  }
  return [...groups.values()];
}
