import { terminalTable } from '@slipform/kit/text/terminal-table';
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
  const table = {
    gap: 2,
    head: ['difference in points', ...measures.map(({ title }) => title), 'seeds'],
    rows: [] as string[][],
  };
  const all: Difference[] = [];
  for (const contrast of contrasts) {
    const found = measures.map((measure) => differenceOf(differencesBySeed(runs, contrast, measure)));
    const seen = found.filter((each) => each !== undefined);
    if (seen.length === 0) continue;
    all.push(...seen);
    table.rows.push([
      `${contrast.variant} − ${contrast.against}`,
      ...found.map((each) => (each ? differenceText(each) : '–')),
      String(Math.max(...seen.map(({ seeds }) => seeds))),
    ]);
  }
  return `${terminalTable(table)}\n${differenceNotes(all)}`;
}
