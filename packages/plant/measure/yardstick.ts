/**
 * The miner's yardstick, of the built package: every set that there is, and every verdict of readers about it.
 *
 *   npm run yardstick -w @slipform/plant                            our own two sets, and those of SLIPFORM_SHARED
 *   … -- --sets coco,vg                                             some of them
 *   … -- --data FILE_OR_FOLDER                                      sets of one's own (.jsonl, .tsv, .txt); may be repeated
 *   … -- --before DIST                                              another build beside it, in the same run
 *   … -- --only-before                                              that one alone: what --write has of this one stays
 *   … -- --quick                                                    without the halves, the second policy and the fits without a set
 *   … -- --records FOLDER                                           this build's negatives, for sheet.ts
 *   … -- --captions 4000                                            of so many captions of each set, the judged ones first
 *   … -- --json                                                     JSON lines instead of tables
 *   … -- --write                                                    into results/ and docs/data-card.md, in the place of the
 *                                                                   same set's and build's rows
 */
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createLexicon } from '@slipform/concreteness';
import { readLessons } from '../scripts/weights/learn';
import { type Build, loadBuild, type MinedNegative } from './build';
import { claimsOf } from './claims';
import { type Domain, domainNames, readDomain, readDomainFile, sharedFolder } from './domains';
import { measure, partOf } from './figures';
import { readResults, renewed, writeResults } from './results';
import { readVerdicts } from './verdicts';
import { judgedTable, partsTable, type YardstickRow, yardstickTable } from './yardstick-table';

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
const lessons = values.quick || values['only-before'] ? undefined : await readLessons(verdicts);
const rows: YardstickRow[] = [];
for (const whole of domains()) {
  const judged = new Set(verdicts.filter(({ set }) => set === whole.name).map(({ id }) => id));
  const domain = { ...whole, captions: partOf(whole.captions, Number(values.captions), judged) };
  for (const [name, build] of builds) {
    const row = {
      build: name,
      ...(await measure(build, domain, lexicon, verdicts, values.quick, (records) =>
        keep(name, domain.name, records),
      )),
      claims: lessons && name === 'this' ? (claimsOf(lessons, domain.name) ?? null) : null,
    };
    rows.push(row);
    if (values.json) console.log(JSON.stringify(row));
    else console.error(`${domain.name}, ${name}: done`);
  }
}
if (values.write) {
  const all = renewed(readResults<YardstickRow>('yardstick'), rows, ({ set, build }) => `${set} ${build}`);
  writeResults('yardstick', all, tablesOf(all.filter(({ build }) => build === 'this')));
}
if (!values.json) console.log(tablesOf(rows).join('\n\n'));

function tablesOf(some: readonly YardstickRow[]): string[] {
  const own = some.filter(({ build }) => build === 'this');
  return [yardstickTable(some), judgedTable(own), partsTable(own)];
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
