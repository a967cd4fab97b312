/**
 * Draws negatives of each set into a sheet for a reader, who writes ok, mild or hard into it, and a key beside it:
 *
 *   npx tsx packages/plant/measure/sheet.ts --seed 5 --out FOLDER [--each 60] [--sets coco,vg] [--data FILE] [--before DIST]
 *
 * `--records` takes the negatives that the yardstick kept instead of mining them again.
 *
 * The sheet holds captions: it is for reading, not for the repository. `--before` adds another build's negatives, which
 * the reader cannot tell apart.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadBuild, type MinedNegative, mineDomain } from './build';
import { type Domain, domainNames, readDomain, readDomainFile } from './domains';
import { type Drawn, draw, writeSheet } from './sheets';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    each: { type: 'string', default: '60' },
    sets: { type: 'string', default: domainNames.join(',') },
    data: { type: 'string', multiple: true, default: [] },
    before: { type: 'string' },
    records: { type: 'string' },
    out: { type: 'string' },
  },
});
if (values.out === undefined) throw new Error('sheet.ts needs --out FOLDER.');
const seed = Number(values.seed);
const arms = values.records ? [] : [['this', fileURLToPath(new URL('../dist', import.meta.url))]];
if (values.before !== undefined) arms.push(['before', values.before]);
const domains: Domain[] = [
  ...values.sets.split(',').flatMap((name) => readDomain(name) ?? []),
  ...values.data.map((file) => readDomainFile(resolve(file))),
];
const drawn: Drawn[] = [];
for (const [arm = '', folder = ''] of arms) {
  const build = await loadBuild(folder);
  for (const { name, captions } of domains) {
    const { records } = mineDomain(build, captions, { seed });
    drawn.push(...draw(name, arm, records, captions, Number(values.each), seed));
  }
}
for (const { name, captions } of values.records ? domains : []) {
  const file = join(values.records!, `${name}.jsonl`);
  if (!existsSync(file)) continue;
  const records = readFileSync(file, 'utf8').trimEnd().split('\n');
  const mined = records.map((line) => JSON.parse(line) as MinedNegative);
  drawn.push(...draw(name, 'this', mined, captions, Number(values.each), seed));
}
const { sheet, key } = writeSheet(drawn, seed);
mkdirSync(values.out, { recursive: true });
writeFileSync(join(values.out, 'sheet.tsv'), sheet);
writeFileSync(join(values.out, 'key.tsv'), key);
console.log(`${drawn.length} negatives in ${join(values.out, 'sheet.tsv')}`);
