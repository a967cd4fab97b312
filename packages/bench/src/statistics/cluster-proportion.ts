import { InputError } from '@slipform/kit/errors/input-error';
import { shown } from '@slipform/kit/text/printable';
import { checkList } from '../checks/check-numbers';
import { bootstrapMean } from './bootstrap';
import { type BootstrapOptions, readBootstrapOptions } from './bootstrap-options';
import { type Proportion, wilsonBounds, wilsonInterval } from './wilson-interval';

/** With fewer groups the bootstrap's intervals are too short. */
export const FEW = 30;

/**
 * A share of successes among rows that share pictures: Wilson's interval where each group has one row, the bootstrap
 * over groups where some have several, since rows of one picture err together. With fewer than 30 groups, or where all
 * rows agree, the bootstrap says too little: there it is Wilson's interval with the number of groups as n.
 */
export function clusterProportion(
  rows: readonly { readonly group: string; readonly correct: boolean }[],
  options: BootstrapOptions = {},
): Proportion {
  checkList('clusterProportion: rows', rows, 'rows { group, correct }', 1);
  const bad = rows.findIndex(
    (row) =>
      typeof row?.correct !== 'boolean' || (typeof row.group !== 'string' && typeof row.group !== 'number'),
  );
  if (bad >= 0) {
    throw new InputError(
      `clusterProportion: rows[${bad}] must be { group, correct }, a text and true or false, got ${shown(rows[bad])}.`,
    );
  }
  readBootstrapOptions('clusterProportion', options);
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
  const plain = wilsonInterval(correct, rows.length);
  if (groups.size === rows.length) return plain;
  if (groups.size < FEW || correct === 0 || correct === rows.length) {
    return { ...plain, interval: wilsonBounds(plain.value, groups.size) };
  }
  return { ...plain, interval: bootstrapMean([...groups.values()], options) };
}
