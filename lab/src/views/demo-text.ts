import type { MeasuredRun } from '../row';
import { concludeDemo } from './demo-conclusion';
import { type Judged, readJudged } from './demo-judged';
import { demoTables } from './demo-tables';

/** The demo's verdict, tables and details, from the answers that it left in a folder. */
export async function demoText(_: readonly MeasuredRun[], folder: string): Promise<string> {
  const judged = await readJudged(folder);
  return tellDemo(judged, concludeDemo(judged));
}

/** Verdict first. */
export function tellDemo(judged: Judged, { verdict, details }: ReturnType<typeof concludeDemo>): string {
  return [verdict.join('\n'), demoTables(judged), details.join('\n')].join('\n\n');
}
