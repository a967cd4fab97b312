import Table from 'cli-table3';
import { PLAIN_TABLE } from '../../commands/plain-table';
import type { MeasuredCell } from '../cells/cell-table';
import { meanText, valuesOf } from './arm-values';
import {
  accuracyIn,
  type Contrast,
  type Difference,
  differenceNotes,
  differenceOf,
  differencesBySeed,
  differenceText,
  type Measure,
} from './contrast';

interface Comparing {
  readonly contrasts: readonly Contrast[];
  /** The one that the study was made for: tested on the mean of all styles. */
  readonly primary?: Contrast;
  /** Contrasts whose price is shown too: replaced objects, retrieval in every style, the linear probe. */
  readonly prices?: readonly Contrast[];
}

/**
 * Each arm's mean accuracy over seeds in every style, with retrieval and probes, and by kind of change in the artist's
 * drawings of training; then the contrasts: mean difference over the seeds that both arms have, Student's 95 % interval,
 * the exact sign-flip test, and the smallest difference that would have been seen. The seed is the unit: one seed's arms
 * share their pretraining and their batches.
 */
export function compareArms(
  cells: readonly MeasuredCell[],
  { contrasts, primary, prices = [] }: Comparing,
): string {
  const means = namesOf(cells, 'accuracy').filter((of) => of.endsWith(' mean'));
  const styles = means.map((of) => of.replace(' mean', ''));
  const kinds = namesOf(cells, 'accuracy').filter((of) => of.startsWith('noto ') && of !== 'noto mean');
  const measure = (metric: string, of: string, title: string) => ({ metric, of: [of], title });
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
    contrastTable(cells, contrasts, [
      ...styles.map((style) => accuracyIn(style)),
      measure('accuracy', 'noto relation', 'noto relation'),
    ]),
    ...(prices.length > 0
      ? [
          `What it costs, in points:\n${contrastTable(cells, prices, [
            measure('accuracy', 'noto replace_object', 'noto replace object'),
            ...styles.map((style) => measure('recall@1 images', style, `${style} image → text`)),
            ...styles.map((style) => measure('recall@1 texts', style, `${style} text → image`)),
            measure('linear probe', 'noto', 'linear probe'),
          ])}`,
        ]
      : []),
    ...(primary ? primaryText(cells, primary, accuracyIn(...styles)) : []),
  ].join('\n\n');
}

function primaryText(cells: readonly MeasuredCell[], contrast: Contrast, measure: Measure): string[] {
  const found = differenceOf(differencesBySeed(cells, contrast, measure));
  if (!found) return [];
  return [
    `Primary contrast, ${contrast.arm} − ${contrast.against} in the mean of ${measure.title}: ${differenceText(found)}, ${found.seeds} seeds. It is the one test of this study; it was named after the first runs.`,
  ];
}

/** A row for each contrast that two seeds have: difference in points, interval, p, and what would have been seen. */
export function contrastTable(
  cells: readonly MeasuredCell[],
  contrasts: readonly Contrast[],
  measures: readonly Measure[],
): string {
  const table = new Table({
    ...PLAIN,
    head: ['difference in points', ...measures.map(({ title }) => title), 'seeds'],
  });
  const all: Difference[] = [];
  for (const contrast of contrasts) {
    const found = measures.map((measure) => differenceOf(differencesBySeed(cells, contrast, measure)));
    const seen = found.filter((each) => each !== undefined);
    if (seen.length === 0) continue;
    all.push(...seen);
    table.push([
      `${contrast.arm} − ${contrast.against}`,
      ...found.map((each) => (each ? differenceText(each) : '–')),
      String(Math.max(...seen.map(({ seeds }) => seeds))),
    ]);
  }
  return `${table.toString()}\n${differenceNotes(all)}`;
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
