// npx tsx lab/scripts/keep-results.ts NAME FOLDER: keeps what an experiment measured in FOLDER: its rows as lab/results/NAME.jsonl
// (those by step or keyword as NAME.details.jsonl.gz), and its answers, where it has some, as NAME.answers.jsonl.gz: for each
// question by how much the right caption leads.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Answers } from '../src/machine/answers-file';

const [name = '', folder = ''] = process.argv.slice(2);
const results = new URL('../results/', import.meta.url);
const isDetail = (line: string) => /"step":|"metric":"keyword/.test(line);
const keep = (file: string, lines: readonly string[]) => {
  if (lines.length === 0) return;
  const text = lines.map((line) => `${line}\n`).join('');
  writeFileSync(new URL(file, results), file.endsWith('.gz') ? gzipSync(text, { level: 9 }) : text);
};
const rows = readFileSync(join(folder, `${name}.jsonl`), 'utf8')
  .trim()
  .split('\n');
keep(
  `${name}.jsonl`,
  rows.filter((line) => !isDetail(line)),
);
keep(`${name}.details.jsonl.gz`, rows.filter(isDetail));
const answers = join(folder, 'answers');
const files = existsSync(answers) ? readdirSync(answers).filter((file) => file.startsWith(`${name}-`)) : [];
const lines = files.sort().flatMap((file) => {
  const run = /^(?<variant>.+)-seed-(?<seed>\d+)\.json\.gz$/.exec(file.slice(name.length + 1))!.groups!;
  const kept: Answers = JSON.parse(gunzipSync(readFileSync(join(answers, file))).toString());
  const about = { experiment: name, variant: run.variant, seed: Number(run.seed) };
  return (kept.results ?? []).flatMap((result) =>
    // Four digits; the sign, which decides, stays.
    result.answers.map(({ id, kind, right, wrong }) => ({
      ...about,
      id,
      kind,
      lead: Number((right - wrong).toPrecision(4)),
    })),
  );
});
keep(
  `${name}.answers.jsonl.gz`,
  lines.map((line) => JSON.stringify(line)),
);
console.log(`${name}: ${rows.length} rows, ${lines.length} answers`);
