/**
 * Counts what a reader wrote into a sheet, with Wilson's intervals of 95 %, by set, slot, operation and arm:
 *
 *   npx tsx packages/plant/measure/score-sheet.ts FOLDER --reader B [--add NAME]
 *
 * `--add` writes the verdicts to verdicts/NAME.tsv, by identifier and words.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { groupsBy, readSheet, surpriseTells, verdictsOf, verdictTable } from './sheets';
import { parseVerdicts, printVerdicts } from './verdicts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { reader: { type: 'string' }, add: { type: 'string' } },
});
const [folder] = positionals;
if (folder === undefined || values.reader === undefined) {
  throw new Error('score-sheet.ts needs the FOLDER of a sheet and --reader NAME.');
}
const rows = readSheet(
  readFileSync(join(folder, 'sheet.tsv'), 'utf8'),
  readFileSync(join(folder, 'key.tsv'), 'utf8'),
);
for (const part of ['arm', 'set', 'slot', 'operation'] as const) {
  console.log(
    `${verdictTable(
      rows,
      groupsBy(rows, (row) => row[part]),
    )}\n`,
  );
}
for (const [name, some] of [...groupsBy(rows, ({ set }) => set), ['all', rows] as const]) {
  const tells = surpriseTells(some);
  if (tells !== undefined) console.log(`surprise tells hard ones, ${name}: ${tells.toFixed(2)}`);
}
if (values.add !== undefined) {
  const file = fileURLToPath(new URL(`verdicts/${values.add}.tsv`, import.meta.url));
  const before = existsSync(file) ? parseVerdicts(readFileSync(file, 'utf8'), values.add) : [];
  const verdicts = [...before, ...verdictsOf(rows, values.reader)];
  writeFileSync(file, printVerdicts(verdicts));
  console.log(`${verdicts.length} verdicts in ${file}`);
}
