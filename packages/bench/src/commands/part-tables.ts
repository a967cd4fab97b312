import { formatInterval, formatShare } from '@slipform/kit/text/format-number';
import { printable } from '@slipform/kit/text/printable';
import { ownEntry } from '../checks/own-entry';
import { GALLERY_COLUMNS, summariseGalleries, summariseParts } from '../report/part-rows';
import { imageModelResults, type Result } from '../scoring/result';
import type { Estimate } from '../statistics/seed-interval';
import { terminalTable } from './terminal-table';

/** Tables of one benchmark beside its main one: accuracy within the parts of each breakdown, and recall in each gallery. */
export function partTables(results: readonly Result[]): string[] {
  const models = [...new Set(imageModelResults(results).map(({ model }) => model))];
  const parts = summariseParts(results).map(({ benchmark, name, rows }) => {
    const table = terminalTable({
      head: [printable(name), '', 'rows', 'chance', ...models.map((model) => printable(model))],
      rows: rows.map((row, index) => [
        rows[index - 1]?.part === row.part ? '' : printable(row.part),
        printable(row.kind),
        row.total,
        formatShare(row.chance, 2),
        ...models.map((model) => cell(ownEntry(row.cells, model))),
      ]),
      gap: 2,
      left: [0, 1],
    });
    return `${printable(benchmark)} by ${printable(name)}\n${table}`;
  });
  const galleries = summariseGalleries(results).flatMap(({ benchmark, rows }) =>
    models
      .filter((model) => rows.some(({ cells }) => ownEntry(cells, model)))
      .map((model) => {
        const table = terminalTable({
          head: ['gallery', 'pictures', 'chance @10', ...GALLERY_COLUMNS.map(([, head]) => head)],
          rows: rows.map(({ gallery, part, asked, size, cells }) => [
            part === undefined ? printable(gallery) : `  ${printable(part)}`,
            part === undefined ? size : `${asked} of ${size}`,
            formatShare(Math.min(1, 10 / size)),
            ...GALLERY_COLUMNS.map(([column]) => cell(ownEntry(cells, model)?.[column])),
          ]),
          gap: 2,
        });
        return `${printable(benchmark)}, recall of ${printable(model)}\n${table}`;
      }),
  );
  return [...parts, ...galleries];
}

function cell(estimate: Estimate | undefined): string {
  return estimate ? `${formatShare(estimate.value)} (${formatInterval(estimate.interval)})` : '–';
}
