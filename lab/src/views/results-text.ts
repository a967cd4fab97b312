import { summariseResults } from '@slipform/bench/report';
import type { MeasuredRun } from '../row';
import { conclude } from './conclusion';
import { DEMO_PAIR, leadsOf } from './lead';
import { resultsFromRows } from './results-from-rows';
import { resultsTable } from './results-table';

/** The demo's tables and sentences, from its rows alone. */
export function resultsText(runs: readonly MeasuredRun[]): string {
  const results = resultsFromRows(runs);
  const leads = leadsOf(results, DEMO_PAIR);
  const tables = summariseResults(results).map((table) => resultsTable(table, leads));
  const pretrainings = runs.filter(({ variant }) => variant === 'checkpoint').length;
  return [...tables, conclude(leads, [], { pretrainings }).join('\n')].join('\n\n');
}
