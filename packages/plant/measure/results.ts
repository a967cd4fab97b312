/** What was measured, as JSON lines in results/, and as tables in docs/data-card.md between two comments. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('results/', import.meta.url));
const card = fileURLToPath(new URL('../docs/data-card.md', import.meta.url));

/** The rows of a file of results; none if nothing was measured yet. */
export function readResults<T>(name: string): T[] {
  if (!existsSync(`${folder}${name}.jsonl`)) return [];
  const text = readFileSync(`${folder}${name}.jsonl`, 'utf8').trimEnd();
  return text.split('\n').map((line) => JSON.parse(line) as T);
}

/** New rows in the place of old ones of the same key; what the new one does not say is kept. */
export function renewed<T extends object>(
  old: readonly T[],
  rows: readonly T[],
  keyOf: (row: T) => string,
): T[] {
  const fresh = new Map(rows.map((row) => [keyOf(row), row]));
  const keys = new Set(old.map(keyOf));
  return [
    ...old.map((row) => ({ ...row, ...fresh.get(keyOf(row)) })),
    ...rows.filter((row) => !keys.has(keyOf(row))),
  ];
}

/** Writes the rows, and the tables where the data card has `<!-- NAME -->` … `<!-- /NAME -->`. */
export function writeResults(name: string, rows: readonly object[], tables: readonly string[] = []): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}${name}.jsonl`, `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`);
  writeTables(name, tables);
}

export function writeTables(name: string, tables: readonly string[]): void {
  writeFileSync(card, withTables(readFileSync(card, 'utf8'), name, tables));
}

/** A text with the tables between `<!-- NAME -->` and `<!-- /NAME -->`; the text as it is where it has no such comments. */
export function withTables(text: string, name: string, tables: readonly string[]): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  if (start < 0 || end < start) return text;
  return `${text.slice(0, start + open.length)}\n\n${tables.join('\n\n')}\n\n${text.slice(end)}`;
}
