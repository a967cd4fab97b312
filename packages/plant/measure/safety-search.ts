/**
 * Mines the sets that lie beside the project and searches the negatives for what must never happen:
 *
 *   npx tsx packages/plant/measure/safety-search.ts [--least 100000]
 *
 * It ends with status 1 if it finds anything.
 */
import { parseArgs } from 'node:util';
import type { PlantOptions } from '../src/options';
import { createPlant } from '../src/plant';
import { safetyFault } from '../src/testing/safety-fault';
import { domainNames, readDomain } from './domains';

const { values } = parseArgs({ options: { least: { type: 'string', default: '100000' } } });
const least = Number(values.least);
const ways: readonly PlantOptions[] = [
  {},
  { slots: ['object'], perCaption: 3, seed: 2 },
  { policy: 'min', seed: 1 },
  { operations: ['natural', 'exchange'], balance: 'slots', perCaption: 2, seed: 3 },
  { policy: 'random', perCaption: 4, seed: 4 },
];
const captions = domainNames.flatMap((name) => {
  const domain = readDomain(name);
  if (!domain) console.log(`${name} is missing`);
  return (domain?.captions ?? []).map((caption) => ({ ...caption, id: `${name} ${caption.id}` }));
});
let searched = 0;
let found = 0;
for (const options of ways) {
  if (captions.length === 0 || searched >= least) break;
  for await (const record of createPlant(options).mineAll(captions)) {
    searched += 1;
    const fault = safetyFault(record);
    if (!fault) continue;
    found += 1;
    console.log(
      `${fault} (${record.id}, ${record.operation}): ${record.keyword.text} → ${record.replacement.text}`,
    );
    console.log(`  ${record.negative}`);
  }
  console.log(`${searched} negatives searched, ${found} found`);
}
process.exitCode = found > 0 ? 1 : 0;
