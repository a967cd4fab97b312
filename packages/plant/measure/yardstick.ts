/**
 * The miner's yardstick: one table for COCO's half and every other set, of the built package.
 *
 *   npm run yardstick -w @slipform/plant                            COCO, cc3m, vg, rsicd, fashion of SLIPFORM_SHARED
 *   … -- --sets coco,vg                                             some of them
 *   … -- --data FILE_OR_FOLDER                                      sets of one's own (.jsonl, .tsv, .txt); may be repeated
 *   … -- --before DIST                                              another build beside it, in the same run
 *   … -- --only-before                                              that one alone: what --write has of this one stays
 *   … -- --quick                                                    without the halves and the second policy
 *   … -- --records FOLDER                                           this build's negatives, for sheet.ts
 *   … -- --captions 4000                                            of so many captions of each set
 *   … -- --json                                                     JSON lines instead of tables
 *   … -- --write                                                    into results/ and docs/data-card.md, in the place of the
 *                                                                   same set's and build's rows
 */
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createLexicon } from '@slipform/concreteness';
import { type Build, loadBuild, type MinedNegative } from './build';
import { type Domain, domainNames, readDomain, readDomainFile, sharedFolder } from './domains';
import { measure, partOf } from './figures';
import { readResults, renewed, writeResults } from './results';
import { readVerdicts } from './verdicts';
import { partsTable, type YardstickRow, yardstickTable } from './yardstick-table';

const { values } = parseArgs({
  options: {
    sets: { type: 'string' },
    data: { type: 'string', multiple: true, default: [] },
    before: { type: 'string' },
    'only-before': { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    records: { type: 'string' },
    captions: { type: 'string', default: '1e9' },
    write: { type: 'boolean', default: false },
  },
});

const builds: [YardstickRow['build'], Build][] = [];
if (values.before !== undefined) builds.push(['before', await loadBuild(values.before)]);
if (!values['only-before']) {
  builds.push(['this', await loadBuild(fileURLToPath(new URL('../dist', import.meta.url)))]);
}

const lexicon = createLexicon();
const verdicts = readVerdicts();
const rows: YardstickRow[] = [];
for (const whole of domains()) {
  const domain = { ...whole, captions: partOf(whole.captions, Number(values.captions)) };
  for (const [name, build] of builds) {
    const row = {
      build: name,
      ...(await measure(build, domain, lexicon, verdicts, values.quick, (records) =>
        keep(name, domain.name, records),
      )),
    };
    rows.push(row);
    if (values.json) console.log(JSON.stringify(row));
    else console.error(`${domain.name}, ${name}: done`);
  }
}
if (values.write) {
  const all = renewed(readResults<YardstickRow>('yardstick'), rows, ({ set, build }) => `${set} ${build}`);
  writeResults('yardstick', all, tablesOf(all));
}
if (!values.json) console.log(tablesOf(rows).join('\n\n'));

function tablesOf(some: readonly YardstickRow[]): string[] {
  return [yardstickTable(some), partsTable(some.filter(({ build }) => build === 'this'))];
}

function keep(build: YardstickRow['build'], set: string, records: readonly MinedNegative[]): void {
  if (values.records === undefined || build !== 'this') return;
  const folder = resolve(process.env.INIT_CWD ?? '.', values.records);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${set}.jsonl`), `${records.map((one) => JSON.stringify(one)).join('\n')}\n`);
}

function* domains(): Generator<Domain> {
  const names = values.sets?.split(',') ?? (values.data.length > 0 ? [] : domainNames);
  for (const name of names) {
    const domain = readDomain(name);
    if (domain === undefined)
      console.error(`${name}: no such set in ${sharedFolder}/data (set SLIPFORM_SHARED)`);
    else yield domain;
  }
  for (const given of values.data) {
    const path = resolve(process.env.INIT_CWD ?? '.', given);
    const files = statSync(path).isDirectory()
      ? readdirSync(path)
          .sort()
          .map((file) => join(path, file))
      : [path];
    for (const file of files) yield readDomainFile(file);
  }
}
