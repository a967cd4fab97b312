import { formatInterval, formatPoints, formatShare } from '@slipform/kit/text/format-number';
import { printable } from '@slipform/kit/text/printable';
import { ownEntry } from '../checks/own-entry';
import type { Lead, LeadCell } from '../report/lead';
import type { SummaryTable } from '../report/summary-rows';
import type { Estimate } from '../statistics/seed-interval';
import { terminalTable } from './terminal-table';

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
  const rows: string[][] = [];
  const cell = (estimate: Estimate | undefined) =>
    estimate ? `${formatShare(estimate.value)}\n${formatInterval(estimate.interval)}` : '–';
  for (const row of summary.rows) {
    rows.push([
      row.seeds > 1 ? `${printable(row.model)}\n(${row.seeds} seeds)` : printable(row.model),
      ...summary.kinds.map((kind) => cell(ownEntry(row.kinds, kind))),
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
    rows.push([
      `${printable(lead.model)} minus\n${printable(lead.against)}\nin points`,
      ...summary.kinds.map((kind) => points(ownEntry(lead.kinds, kind))),
      points(lead.mean),
      ...(hasRetrieval ? [points(lead.imageToText), points(lead.textToImage)] : []),
    ]);
  }
  const chance = formatShare(summary.chance, 2);
  const recall = formatShare(summary.retrievalChance ?? 0);
  rows.push([
    'chance',
    ...summary.kinds.map(() => chance),
    chance,
    ...(hasRetrieval ? [recall, recall] : []),
  ]);
  return `${printable(summary.benchmark)}: ${summary.total} ${summary.total === 1 ? 'question' : 'questions'} of each kind, 95 % intervals beneath\n${terminalTable({ head: ['', ...heads], rows })}`;
}
