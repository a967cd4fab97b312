import type { MeasuredRun } from '../row';
import { concludeDemo } from './demo-conclusion';
import { readJudged } from './demo-judged';
import { demoTables } from './demo-tables';

/** The demo's tables and sentences, from the answers that it left in a folder. */
export async function demoText(_: readonly MeasuredRun[], folder: string): Promise<string> {
  const judged = await readJudged(folder);
  return [demoTables(judged), concludeDemo(judged).join('\n')].join('\n\n');
}
