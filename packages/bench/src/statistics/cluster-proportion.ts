import { type BootstrapOptions, bootstrapMean } from './bootstrap';
import { type Proportion, proportion } from './wilson-interval';

/**
 * A share of successes among rows that share pictures: Wilson's interval where each group has one row, the bootstrap
 * over groups where some have several, since rows of one picture err together. Where all rows agree the bootstrap
 * has no width, so there Wilson's interval with the number of groups as n is taken.
 */
export function clusterProportion(
  rows: readonly { readonly group: string; readonly correct: boolean }[],
  options: BootstrapOptions = {},
): Proportion {
  const groups = new Map<string, { sum: number; weight: number }>();
  let correct = 0;
  for (const row of rows) {
    const group = groups.get(row.group) ?? { sum: 0, weight: 0 };
    group.weight++;
    if (row.correct) {
      group.sum++;
      correct++;
    }
    groups.set(row.group, group);
  }
  const plain = proportion(correct, rows.length);
  if (groups.size === rows.length) return plain;
  if (correct === 0 || correct === rows.length) {
    return { ...plain, interval: proportion(correct === 0 ? 0 : groups.size, groups.size).interval };
  }
  return { ...plain, interval: bootstrapMean([...groups.values()], options) };
}
