import { printable } from '@slipform/kit/printable';
import type { AuditReport } from './audit-report';
import { compareFiles, shortNames } from './compare-files';

/** Several reports as one table for a terminal, a column for each file. */
export function textTable(reports: readonly AuditReport[]): string {
  const clean = (text: string) => printable(text, 40);
  const rows = compareFiles(reports).map(({ name, isPart, cells }) => [
    `${isPart ? '  ' : ''}${clean(name)}`,
    ...cells.map(clean),
  ]);
  const header = ['', ...shortNames(reports.map(({ file }) => file)).map(clean)];
  const lines = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  return lines
    .map((line) =>
      line
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
