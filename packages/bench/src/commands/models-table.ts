import { formatInterval, formatShare } from '@slipform/kit/text/format-number';
import { printable } from '@slipform/kit/text/printable';
import type { Result } from '../scoring/result';
import { terminalTable } from './terminal-table';

/** The headline of every model on every benchmark, a line for each model. */
export function modelsTable(results: readonly Result[]): string {
  const benchmarks = [...new Set(results.map(({ benchmark }) => benchmark))];
  const models = [...new Set(results.map(({ model }) => model))];
  const rows = models.map((model) => [
    printable(model),
    ...benchmarks.map((benchmark) => {
      const result = results.find((each) => each.model === model && each.benchmark === benchmark);
      return result ? `${formatShare(result.mean.value)} (${formatInterval(result.mean.interval)})` : '–';
    }),
  ]);
  const table = terminalTable({ head: ['', ...benchmarks.map((name) => printable(name))], rows, gap: 2 });
  return `Headline of each benchmark, 95 % intervals in brackets\n${table}`;
}
