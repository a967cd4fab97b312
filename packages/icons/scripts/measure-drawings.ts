/**
 * Reads every drawing of `@iconify/json`, of sets that are used and of others, and prints which are refused, and the largest
 * costs of those that are drawn beside the limits.
 *
 *     npx tsx packages/icons/scripts/measure-drawings.ts [folder with @iconify/json, by default lab/corpus]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkElements } from '../src/svg/check-elements';
import { type DrawingCost, drawingCost, maxCost } from '../src/svg/drawing-cost';
import { Objection } from '../src/svg/objection';
import { scanSvg } from '../src/svg/scan-svg';

const root = process.argv[2] ?? join(import.meta.dirname, '../../../lab/corpus');
const folder = join(root, 'node_modules/@iconify/json/json');
const keys = Object.keys(maxCost) as (keyof DrawingCost)[];
const largest = new Map(keys.map((key) => [key, { cost: 0, id: '' }]));
let drawings = 0;
const refused: string[] = [];
const files = readdirSync(folder);
for (const file of files) {
  const { prefix, icons } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  for (const [name, { body }] of Object.entries<{ body: string }>(icons)) {
    const id = `${prefix}:${name}`;
    drawings += 1;
    try {
      const elements = scanSvg(body);
      checkElements(elements);
      const cost = drawingCost(elements);
      for (const key of keys)
        if (cost[key] > largest.get(key)!.cost) largest.set(key, { cost: cost[key], id });
    } catch (error) {
      if (!(error instanceof Objection)) throw error;
      refused.push(`${id}: ${error.message}`);
    }
  }
}
console.log(`${files.length} sets, ${drawings} drawings, ${refused.length} refused`);
for (const line of refused) console.log(`  ${line}`);
for (const [key, { cost, id }] of largest) {
  console.log(`${key.padEnd(12)}${String(cost).padStart(10)} of at most ${maxCost[key]}  ${id}`);
}
