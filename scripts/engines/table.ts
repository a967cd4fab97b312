import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One engine in the table that stands at the end. */
export interface Row {
  readonly engine: string;
  /** What was done to the tasks, and how often the command ran for it. */
  readonly killed: string;
  readonly requeued: string;
  readonly twice: string;
  readonly bytes: string;
  readonly codes: string;
  readonly merge: string;
  readonly seconds: number;
}

const heads: Readonly<Record<keyof Row, string>> = {
  engine: 'engine',
  killed: 'killed by kill -9',
  requeued: 'requeued',
  twice: 'started twice at once',
  bytes: 'bytes',
  codes: 'exit codes',
  merge: 'merge',
  seconds: 's',
};

/** Adds an engine. Test files run apart from each other, so the rows lie in a file. */
export function addRow(folder: string, row: Row): void {
  appendFileSync(join(folder, 'rows.jsonl'), `${JSON.stringify(row)}\n`);
}

/** Prints the table as Markdown. */
export function printTable(folder: string): void {
  const file = join(folder, 'rows.jsonl');
  if (!existsSync(file)) return;
  const rows: readonly Row[] = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const keys = Object.keys(heads) as (keyof Row)[];
  const lineOf = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  console.log(
    ['', lineOf(keys.map((key) => heads[key])), lineOf(keys.map(() => '---'))]
      .concat(rows.map((row) => lineOf(keys.map((key) => row[key]))))
      .join('\n'),
  );
}
