// npx tsx lab/scripts/keep-results.ts NAME FOLDER…: keeps what an experiment measured in one or more folders, such as those of
// processes that each had some of the seeds: its rows as lab/results/NAME.jsonl (those by step as
// NAME.details.jsonl.gz), and its answers, where it has some, as NAME.answers.jsonl.gz: a digit a question. Questions and exchanges
// go into files of their own.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Answers } from '../src/machine/answers-file';
import type { IconStudy } from '../src/studies/icon-study';

const [name = '', ...folders] = process.argv.slice(2);
const results = new URL('../results/', import.meta.url);
const isDetail = (line: string) => /"step":/.test(line);
const keep = (file: string, lines: readonly string[]) => {
  if (lines.length === 0) return;
  const text = lines.map((line) => `${line}\n`).join('');
  writeFileSync(new URL(file, results), file.endsWith('.gz') ? gzipSync(text, { level: 9 }) : text);
};
const rows = folders
  .map((folder) => join(folder, `${name}.jsonl`))
  .filter((file) => existsSync(file))
  .flatMap((file) => wholeRuns(readFileSync(file, 'utf8').split('\n')));
keep(
  `${name}.jsonl`,
  rows.filter((line) => !isDetail(line)),
);
keep(`${name}.details.jsonl.gz`, rows.filter(isDetail));
const lines = folders.flatMap(answersIn);
keep(
  `${name}.answers.jsonl.gz`,
  lines.map((line) => JSON.stringify(line)),
);
if (name.startsWith('icons-')) keepStudy(folders[0]!);
console.log(`${name}: ${rows.length} rows, ${lines.length} answers`);

/** Rows up to the last run that ended. */
function wholeRuns(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => line.includes('"metric":"done"'));
  return lines.slice(0, last + 1);
}

function answersIn(folder: string): object[] {
  const answers = join(folder, 'answers');
  const files = existsSync(answers) ? readdirSync(answers).filter((file) => file.startsWith(`${name}-`)) : [];
  return files.sort().flatMap((file): object[] => {
    const run = /^(?<variant>.+)-seed-(?<seed>\d+)\.json\.gz$/.exec(file.slice(name.length + 1))!.groups!;
    const kept: Answers = JSON.parse(gunzipSync(readFileSync(join(answers, file))).toString());
    return kept.answers === undefined
      ? []
      : [{ experiment: name, variant: run.variant, seed: Number(run.seed), answers: kept.answers }];
  });
}

/** What the answers are about: the questions, and the exchanged words of the premise. */
function keepStudy(folder: string): void {
  const study = readdirSync(folder).find((each) => /^icons-.*-study$/.test(each));
  if (study === undefined) return;
  const { judged, premise }: IconStudy = JSON.parse(readFileSync(join(folder, study, 'beside.json'), 'utf8'));
  const marked = join(folder, 'resembling.json');
  const resembling = new Set<string>(existsSync(marked) ? JSON.parse(readFileSync(marked, 'utf8')) : []);
  keep(
    'icons-questions.jsonl.gz',
    judged.test.questions.map(({ rows: _, captions: __, ...question }) => {
      const resembles = question.id.split(' ').some((id) => resembling.has(id));
      return JSON.stringify({ ...question, ...(resembles ? { resembles } : {}) });
    }),
  );
  if (name !== 'icons-premise') return;
  const edited = premise.edited.map(({ row: _, ...exchange }) => exchange);
  keep('icons-exchanges.json.gz', [JSON.stringify({ ...premise, edited })]);
}
