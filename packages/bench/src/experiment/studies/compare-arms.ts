import Table from 'cli-table3';
import { signFlipTest } from '../../statistics/permutation-test';
import { seedInterval } from '../../statistics/seed-interval';
import type { MeasuredCell } from '../cells/cell-table';

export interface Contrast {
  readonly arm: string;
  readonly against: string;
}

/**
 * Each arm's mean accuracy over seeds in every style, then the contrasts: mean difference over the seeds that both arms
 * have, Student's 95 % interval, and the exact sign-flip test. The seed is the unit: one seed's arms share their
 * pretraining and their batches.
 */
export function compareArms(cells: readonly MeasuredCell[], contrasts: readonly Contrast[]): string {
  const arms = [...new Set(cells.map(({ arm }) => arm))];
  const columns = [
    ...new Set(
      cells.flatMap(({ measurements }) =>
        measurements.filter(({ metric }) => metric === 'accuracy').map(({ of }) => of),
      ),
    ),
  ].filter((of) => of.endsWith(' mean'));
  const table = new Table({ head: ['', ...columns.map((of) => of.replace(' mean', '')), 'seeds'] });
  for (const arm of arms) {
    const values = columns.map((of) => valuesOf(cells, arm, of));
    table.push([arm, ...values.map((found) => meanText([...found.values()])), String(values[0]?.size ?? 0)]);
  }
  const lines = contrasts.flatMap(({ arm, against }) =>
    columns.map((of) => contrastText(cells, { arm, against }, of)).filter((line) => line !== undefined),
  );
  return `${table.toString()}\n\n${lines.join('\n')}`;
}

function valuesOf(cells: readonly MeasuredCell[], arm: string, of: string): Map<number, number> {
  const found = new Map<number, number>();
  for (const cell of cells) {
    if (cell.arm !== arm) continue;
    const measured = cell.measurements.find((each) => each.metric === 'accuracy' && each.of === of);
    if (measured) found.set(cell.seed, measured.value);
  }
  return found;
}

function meanText(values: readonly number[]): string {
  if (values.length === 0) return '–';
  if (values.length === 1) return values[0]!.toFixed(3);
  const { value, interval } = seedInterval(values);
  return `${value.toFixed(3)} (${interval.map((bound) => bound.toFixed(3)).join('–')})`;
}

function contrastText(
  cells: readonly MeasuredCell[],
  { arm, against }: Contrast,
  of: string,
): string | undefined {
  const ours = valuesOf(cells, arm, of);
  const theirs = valuesOf(cells, against, of);
  const differences = [...ours].flatMap(([seed, value]) =>
    theirs.has(seed) ? [100 * (value - theirs.get(seed)!)] : [],
  );
  if (differences.length < 2) return undefined;
  const { value, interval } = seedInterval(differences);
  const p = signFlipTest(differences);
  const signed = (points: number) => `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)}`;
  const verdict = interval[0] > 0 ? 'is ahead of' : interval[1] < 0 ? 'is behind' : 'no difference seen from';
  return `${of.replace(' mean', '')}: ${arm} ${verdict} ${against} (${signed(value)} points, 95 % interval ${signed(interval[0])} to ${signed(interval[1])}, sign-flip p = ${p.toFixed(3)}, ${differences.length} seeds)`;
}
