import Table from 'cli-table3';
import { signFlipTest } from '../../statistics/permutation-test';
import { seedInterval } from '../../statistics/seed-interval';
import type { MeasuredCell } from '../cells/cell-table';
import { meanText, valuesOf } from './arm-values';

export interface Contrast {
  readonly arm: string;
  readonly against: string;
}

/**
 * Each arm's mean accuracy over seeds in every style, with retrieval and probes, and by kind of change in the artist's
 * drawings of training; then the contrasts: mean difference over the seeds that both arms have, Student's 95 % interval,
 * and the exact sign-flip test. The seed is the unit: one seed's arms share their pretraining and their batches.
 */
export function compareArms(cells: readonly MeasuredCell[], contrasts: readonly Contrast[]): string {
  const means = namesOf(cells, 'accuracy').filter((of) => of.endsWith(' mean'));
  const kinds = namesOf(cells, 'accuracy').filter((of) => of.startsWith('noto ') && of !== 'noto mean');
  const overall = armTable(cells, [
    ...means.map((of) => ({ metric: 'accuracy', of, title: of.replace(' mean', '') })),
    { metric: 'recall@1 images', of: 'noto', title: 'image → text' },
    { metric: 'recall@1 texts', of: 'noto', title: 'text → image' },
    { metric: 'linear probe', of: 'noto', title: 'linear probe' },
    { metric: 'multi-label probe', of: 'noto', title: 'mAP' },
  ]);
  const byKind = armTable(
    cells,
    kinds.map((of) => ({ metric: 'accuracy', of, title: of.replace('noto ', '').replace('_', ' ') })),
  );
  const lines = contrasts.flatMap((contrast) =>
    [...means, 'noto relation']
      .map((of) => contrastText(cells, contrast, of))
      .filter((line) => line !== undefined),
  );
  return `${overall}\n\nBy kind of change, in noto drawings:\n${byKind}\n\n${lines.join('\n')}`;
}

interface Column {
  readonly metric: string;
  readonly of: string;
  readonly title: string;
}

/** A row for each arm, in the order of the table. */
export function armTable(cells: readonly MeasuredCell[], columns: readonly Column[]): string {
  const table = new Table({ head: ['', ...columns.map(({ title }) => title), 'seeds'] });
  for (const arm of new Set(cells.map((cell) => cell.arm))) {
    const values = columns.map(({ metric, of }) => valuesOf(cells, arm, metric, of));
    table.push([
      arm,
      ...values.map((found) => meanText([...found.values()])),
      String(cells.filter((cell) => cell.arm === arm).length),
    ]);
  }
  return table.toString();
}

function namesOf(cells: readonly MeasuredCell[], wanted: string): string[] {
  return [
    ...new Set(
      cells.flatMap(({ measurements }) =>
        measurements.filter(({ metric }) => metric === wanted).map(({ of }) => of),
      ),
    ),
  ];
}

/** One sentence about a difference, or nothing where fewer than two seeds have both. */
export function contrastText(
  cells: readonly MeasuredCell[],
  { arm, against }: Contrast,
  of: string,
): string | undefined {
  const ours = valuesOf(cells, arm, 'accuracy', of);
  const theirs = valuesOf(cells, against, 'accuracy', of);
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
