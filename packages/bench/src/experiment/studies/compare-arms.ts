import Table from 'cli-table3';
import { formatP, formatPoints } from '../../format-number';
import { PLAIN_TABLE } from '../../plain-table';
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
  return [
    overall,
    `By kind of change, in noto drawings:\n${byKind}`,
    contrastTable(cells, contrasts, [...means, 'noto relation']),
  ].join('\n\n');
}

/** A row for each contrast that two seeds have: difference in points, interval and p, or that none was seen. */
export function contrastTable(
  cells: readonly MeasuredCell[],
  contrasts: readonly Contrast[],
  columns: readonly string[],
): string {
  const table = new Table({
    ...PLAIN,
    head: ['difference in points', ...columns.map((of) => of.replace(' mean', '')), 'seeds'],
  });
  for (const contrast of contrasts) {
    const found = columns.map((of) => difference(cells, contrast, of));
    if (found.every((each) => each === undefined)) continue;
    table.push([
      `${contrast.arm} − ${contrast.against}`,
      ...found.map((each) => (each ? differenceText(each) : '–')),
      String(Math.max(...found.map((each) => each?.seeds ?? 0))),
    ]);
  }
  return `${table.toString()}\n* beyond noise: the 95 % interval leaves out 0, and with six seeds or more the sign-flip test’s p is below .05; p is not corrected for the number of rows`;
}

/** No lines and no colours: what is printed goes into READMEs as well. */
export const PLAIN = {
  chars: PLAIN_TABLE,
  style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2 },
};

interface Column {
  readonly metric: string;
  readonly of: string;
  readonly title: string;
}

/** A row for each arm, in the order of the table. */
export function armTable(cells: readonly MeasuredCell[], columns: readonly Column[]): string {
  const table = new Table({ ...PLAIN, head: ['', ...columns.map(({ title }) => title), 'seeds'] });
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

interface Difference {
  readonly value: number;
  readonly interval: readonly [number, number];
  readonly p: number;
  readonly seeds: number;
}

/** Over the seeds that both arms have; nothing where fewer than two do. */
function difference(
  cells: readonly MeasuredCell[],
  { arm, against }: Contrast,
  of: string,
): Difference | undefined {
  const ours = valuesOf(cells, arm, 'accuracy', of);
  const theirs = valuesOf(cells, against, 'accuracy', of);
  const differences = [...ours].flatMap(([seed, value]) =>
    theirs.has(seed) ? [value - theirs.get(seed)!] : [],
  );
  if (differences.length < 2) return undefined;
  return { ...seedInterval(differences), p: signFlipTest(differences), seeds: differences.length };
}

function differenceText({ value, interval, p, seeds }: Difference): string {
  const [low, high] = interval;
  // With fewer than six seeds no p of a sign-flip test lies below .05.
  const mark = (low > 0 || high < 0) && p < Math.max(0.05, 2 ** (2 - seeds)) ? ' *' : '';
  return `${formatPoints(value)} (${formatPoints(low)} to ${formatPoints(high)}), p ${formatP(p)}${mark}`;
}
