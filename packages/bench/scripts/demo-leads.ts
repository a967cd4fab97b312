/**
 * Prints what the demo says of its leads, from the table of its four seeds: `npx tsx scripts/demo-leads.ts` in this
 * package. The same code prints it at the end of `slipform-bench experiment demo --seeds 0,1,2,3`.
 */
import { readFileSync } from 'node:fs';
import { resultsTable } from '../src/commands/results-table';
import { conclude } from '../src/experiment/conclusion';
import { DEMO_PAIR, leadsOf } from '../src/report/lead';
import { summariseResults } from '../src/report/summary-rows';
import type { Result } from '../src/scoring/result';

const KINDS = ['replace_object', 'replace_attribute', 'swap_objects', 'swap_attributes', 'relation'];
const file = new URL('../../../results/demo-four-seeds.csv', import.meta.url);
const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n');
const names = head.split(',');
const results = lines.flatMap((line): Result[] => {
  const row = Object.fromEntries(line.split(',').map((cell, index) => [names[index]!, cell]));
  if (!row.seed) return [];
  const total = Number(row.questions_per_kind);
  // Intervals come from the seeds, so these are not read.
  const share = (column: string) => {
    const value = Number(row[column]);
    return { correct: Math.round(value * total), total, value, interval: [value, value] as const };
  };
  return [
    {
      benchmark: `Scenes in ${row.style === 'noto' ? 'Noto' : 'Fluent'} drawings, test pairs`,
      model: row.model!,
      trainingSeed: Number(row.seed),
      kinds: Object.fromEntries(KINDS.map((kind) => [kind, share(kind)])),
      mean: share('mean'),
      chance: 0.5,
      retrieval: {
        imageToText: { 1: share('image_to_text_recall_at_1') },
        textToImage: { 1: share('text_to_image_recall_at_1') },
      },
      answers: [],
    },
  ];
});
const leads = leadsOf(results, DEMO_PAIR);
const tables = summariseResults(results).map((table) => resultsTable(table, leads));
console.log([...tables, conclude(leads, []).join('\n')].join('\n\n'));
