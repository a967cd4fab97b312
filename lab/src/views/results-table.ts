import type { summariseResults } from '@slipform/bench/report';
import { formatInterval, formatPoints, formatShare } from '@slipform/kit/format-number';
import { printable } from '@slipform/kit/printable';
import Table from 'cli-table3';
import { PLAIN } from './compare-variants';
import type { Lead, LeadCell } from './lead';

type SummaryTable = ReturnType<typeof summariseResults>[number];
type Estimate = SummaryTable['rows'][number]['mean'];

/** Empty for a single model of which only the rows are there: an interval over its questions needs the answers. */
function rangeOf(interval: Estimate['interval']): string {
  return interval[0] === interval[1] && interval[0] > 0 && interval[0] < 1 ? '' : formatInterval(interval);
}

/**
 * A results table for the terminal, 80 columns wide for five kinds: shares, and 95 % intervals beneath; then by how many
 * points one model is ahead of another in each column.
 */
export function resultsTable(summary: SummaryTable, leads: readonly Lead[] = []): string {
  const hasRetrieval = summary.rows.some((row) => row.imageToText);
  const heads = [
    ...summary.kinds.map((kind) => printable(kind).replace('attribute', 'attr').replaceAll('_', '\n')),
    'mean',
    ...(hasRetrieval ? ['img→txt\nR@1', 'txt→img\nR@1'] : []),
  ];
  const table = new Table({
    head: ['', ...heads],
    chars: { ...PLAIN.chars, middle: '' },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 1, compact: true },
    colAligns: ['left', ...heads.map(() => 'right' as const)],
  });
  const cell = (estimate: Estimate | undefined) =>
    estimate ? `${formatShare(estimate.value)}\n${rangeOf(estimate.interval)}` : '–';
  for (const row of summary.rows) {
    table.push([
      row.seeds > 1 ? `${printable(row.model)}\n(${row.seeds} seeds)` : printable(row.model),
      ...summary.kinds.map((kind) => cell(row.kinds[kind])),
      cell(row.mean),
      ...(hasRetrieval ? [cell(row.imageToText), cell(row.textToImage)] : []),
    ]);
  }
  const points = (lead: LeadCell | undefined) =>
    lead
      ? [lead.value, ...(lead.interval ?? [])]
          .map((each) => formatPoints(each))
          .map((text, index) => (index === 1 ? `${text} to` : text))
          .join('\n')
      : '–';
  for (const lead of leads.filter(({ benchmark }) => benchmark === summary.benchmark)) {
    table.push([
      `${printable(lead.model)} minus\n${printable(lead.against)}\nin points`,
      ...summary.kinds.map((kind) => points(lead.kinds[kind])),
      points(lead.mean),
      ...(hasRetrieval ? [points(lead.imageToText), points(lead.textToImage)] : []),
    ]);
  }
  const chance = formatShare(summary.chance, 2);
  const recall = formatShare(summary.retrievalChance ?? 0);
  table.push([
    'chance',
    ...summary.kinds.map(() => chance),
    chance,
    ...(hasRetrieval ? [recall, recall] : []),
  ]);
  return `${printable(summary.benchmark)}: ${summary.total} ${summary.total === 1 ? 'question' : 'questions'} of each kind, 95 % intervals beneath\n${table.toString()}`;
}
