import type { Style } from '@slipform/scenes';
import Table from 'cli-table3';
import type { MeasuredRun, Which } from '../row';
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
import { meanText, valuesOf } from './variant-values';

interface Comparing {
  readonly contrasts: readonly Contrast[];
  /** The one that the study was made for: tested on the mean of all styles. */
  readonly primary?: Contrast;
  /** Contrasts whose price is shown too: replaced objects, retrieval in every style, the linear probe. */
  readonly prices?: readonly Contrast[];
}

/**
 * Each variant's mean accuracy over seeds in every style, with retrieval and probes, and by kind of change in the artist's
 * drawings of training; then the contrasts: mean difference over the seeds that both variants have, Student's 95 % interval,
 * the exact sign-flip test, and the smallest difference that would have been seen. The seed is the unit: one seed's variants
 * share their pretraining and their batches.
 */
export function compareVariants(
  runs: readonly MeasuredRun[],
  { contrasts, primary, prices = [] }: Comparing,
): string {
  const accuracies = runs.flatMap(({ rows }) => rows.filter(({ metric }) => metric === 'accuracy'));
  const styles = [...new Set(accuracies.flatMap(({ style }) => style ?? []))];
  const kinds = [
    ...new Set(
      accuracies.flatMap(({ style, kind }) => (style === 'noto' && kind !== 'mean' ? (kind ?? []) : [])),
    ),
  ];
  const measure = (title: string, which: Which): Measure => ({ which: [which], title });
  const recall = (metric: string, way: string) =>
    styles.map((style) => measure(`${style} ${way}`, { metric, style }));
  const overall = variantTable(runs, [
    ...styles.map((style) => column(style, 'accuracy', style, 'mean')),
    column('image → text', 'recall@1 images', 'noto'),
    column('text → image', 'recall@1 texts', 'noto'),
    column('linear probe', 'linear probe', 'noto'),
    column('mAP', 'multi-label probe', 'noto'),
  ]);
  const byKind = variantTable(
    runs,
    kinds.map((kind) => column(kind.replace('_', ' '), 'accuracy', 'noto', kind)),
  );
  return [
    overall,
    `By kind of change, in noto drawings:\n${byKind}`,
    contrastTable(runs, contrasts, [
      ...styles.map((style) => accuracyIn(style)),
      measure('noto relation', { metric: 'accuracy', style: 'noto', kind: 'relation' }),
    ]),
    ...(prices.length > 0
      ? [
          `What it costs, in points:\n${contrastTable(runs, prices, [
            measure('noto replace object', { metric: 'accuracy', style: 'noto', kind: 'replace_object' }),
            ...recall('recall@1 images', 'image → text'),
            ...recall('recall@1 texts', 'text → image'),
            measure('linear probe', { metric: 'linear probe', style: 'noto' }),
          ])}`,
        ]
      : []),
    ...(primary ? primaryText(runs, primary, accuracyIn(...styles)) : []),
  ].join('\n\n');
}

function primaryText(runs: readonly MeasuredRun[], contrast: Contrast, measure: Measure): string[] {
  const found = differenceOf(differencesBySeed(runs, contrast, measure));
  if (!found) return [];
  return [
    `Primary contrast, ${contrast.variant} − ${contrast.against} in the mean of ${measure.title}: ${differenceText(found)}, ${found.seeds} seeds. It is the one test of this study; it was named after the first runs.`,
  ];
}

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

/** A number of each run under a title. */
export interface Column {
  readonly which: Which;
  readonly title: string;
}

export function column(title: string, metric: string, style?: Style, kind?: string): Column {
  return { title, which: { metric, ...(style ? { style } : {}), ...(kind ? { kind } : {}) } };
}

/** A row for each variant, in the order of the rows: means over seeds with Student's interval. */
export function variantTable(runs: readonly MeasuredRun[], columns: readonly Column[]): string {
  const table = new Table({ ...PLAIN, head: ['', ...columns.map(({ title }) => title), 'seeds'] });
  for (const variant of new Set(runs.map((run) => run.variant))) {
    table.push([
      variant,
      ...columns.map(({ which }) => meanText([...valuesOf(runs, variant, which).values()])),
      String(runs.filter((run) => run.variant === variant).length),
    ]);
  }
  return table.toString();
}
