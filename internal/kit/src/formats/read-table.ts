import { InputError } from '../input-error';
import { printable } from '../printable';
import type { FieldOf, Placed } from './placed';
import { readTsvRows } from './tsv-rows';

/** What the first row of a table, or a schema, says. */
export interface Header {
  /** The names as they are written, without white space around them. */
  readonly names: readonly string[];
  /** Whether there is a column of that name, whatever its capitals. */
  has(name: string): boolean;
}

export interface TableOptions {
  readonly delimiter: ',' | '\t';
  /** What messages begin with, such as the file's path. */
  readonly name: string;
  /** Looks at the header before any row; may throw. */
  readonly onHeader?: (header: Header) => void;
}

/**
 * The rows of a CSV or TSV below its header, as they come, each as a function from a column's name (whatever its capitals)
 * to a cell. Of two columns of one name the first counts; those without a name (pandas' index) count for the width alone.
 *
 * @throws {InputError} if what follows a place can't be read; see `readCsvRows` and `readTsvRows`
 */
export async function* readTable(
  stream: AsyncIterable<Uint8Array>,
  { delimiter, name, onHeader }: TableOptions,
): AsyncGenerator<Placed<FieldOf>[]> {
  // The parser of CSV is loaded where it is needed.
  const readRows = delimiter === ',' ? (await import('./csv-rows')).readCsvRows : readTsvRows;
  let columns: Map<string, number> | undefined;
  let width = 0;
  for await (const batch of readRows(stream, name)) {
    const rows: Placed<FieldOf>[] = [];
    for (const row of batch) {
      if ('problem' in row) rows.push(row);
      else if (columns === undefined) {
        const names = row.value.map((cell) => cell.trim());
        width = names.length;
        columns = columnsOf(names);
        onHeader?.(headerOf(names));
      } else if (row.value.length !== width) {
        const count = row.value.length;
        const problem = `has ${count} ${count === 1 ? 'column' : 'columns'} where the header has ${width}`;
        rows.push({ place: row.place, problem });
      } else {
        const places = columns;
        const { value, ...place } = row;
        rows.push({ ...place, value: (column) => value[places.get(column.toLowerCase()) ?? -1] });
      }
    }
    if (rows.length > 0) yield rows;
  }
}

export function headerOf(names: readonly string[]): Header {
  const columns = columnsOf(names);
  return { names, has: (name) => columns.has(name.toLowerCase()) };
}

function columnsOf(names: readonly string[]): Map<string, number> {
  const columns = new Map<string, number>();
  for (const [i, name] of names.entries()) {
    const key = name.toLowerCase();
    if (key !== '' && !columns.has(key)) columns.set(key, i);
  }
  return columns;
}

/**
 * The error for a header that lacks a column.
 *
 * @param where what has the columns: "rows.csv: the header"
 * @param wanted the names that it may have
 * @param remedy what the user can do: "name it in fields.image"
 */
export function missingColumn(
  where: string,
  wanted: readonly string[],
  { names }: Header,
  remedy: string,
): InputError {
  const all = wanted.map((name) => `"${name}"`).join(' or ');
  return new InputError(
    `${where} must name a column ${all}, got ${showNames(names.filter((name) => name !== ''))}; ${remedy}.`,
  );
}

/** Names of fields or columns for a message: at most five, and no more of them than a line holds. */
export function showNames(names: readonly string[]): string {
  const shown = printable(names.slice(0, 5).join(', '), 80);
  return names.length > 5 && !shown.endsWith('…') ? `${shown}, …` : shown;
}
