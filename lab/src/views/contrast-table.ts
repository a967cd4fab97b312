import Table from 'cli-table3';
import type { MeasuredRun } from '../row';
import {
  type Contrast,
  type Difference,
  differenceNotes,
  differenceOf,
  differencesBySeed,
  differenceText,
  type Measure,
} from './contrast';

/** A row for each contrast that two seeds have: difference in points, interval, p, and what would have been seen. */
export function contrastTable(
  runs: readonly MeasuredRun[],
  contrasts: readonly Contrast[],
  measures: readonly Measure[],
): string {
  const table = new Table({
    ...PLAIN,
    head: ['difference in points', ...measures.map(({ title }) => title), 'seeds'],
  });
  const all: Difference[] = [];
  for (const contrast of contrasts) {
    const found = measures.map((measure) => differenceOf(differencesBySeed(runs, contrast, measure)));
    const seen = found.filter((each) => each !== undefined);
    if (seen.length === 0) continue;
    all.push(...seen);
    table.push([
      `${contrast.variant} − ${contrast.against}`,
      ...found.map((each) => (each ? differenceText(each) : '–')),
      String(Math.max(...seen.map(({ seeds }) => seeds))),
    ]);
  }
  return `${table.toString()}\n${differenceNotes(all)}`;
}

/** No lines and no colours: what is printed goes into READMEs as well. */
export const PLAIN = {
  chars: Object.fromEntries(
    ['top', 'bottom', 'left', 'right', 'mid'].flatMap((side) =>
      ['', '-mid', '-left', '-right'].map((end) => [`${side}${end}`, '']),
    ),
  ),
  style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2 },
};
