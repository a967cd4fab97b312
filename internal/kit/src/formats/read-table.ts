import { InputError } from '../errors/input-error';
import { printable } from '../text/printable';
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
  let columns: ((column: string) => number) | undefined;
  let width = 0;
  for await (const batch of readRows(stream, name)) {
    const rows: Placed<FieldOf>[] = [];
    for (const row of batch) {
      if ('problem' in row) rows.push(row);
      else if (columns === undefined) {
        const names = row.value.map((cell) => cell.trim());
        width = names.length;
        columns = columnPlaces(names);
        onHeader?.(headerOf(names));
      } else if (row.value.length !== width) {
        const count = row.value.length;
        const problem = `has ${count} ${count === 1 ? 'column' : 'columns'} where the header has ${width}`;
        rows.push({ place: row.place, problem });
      } else {
        const { place, number, value } = row;
        const placeOf = columns;
        rows.push({ place, number, value: (column) => value[placeOf(column)] });
      }
    }
    if (rows.length > 0) yield rows;
  }
}

export function headerOf(names: readonly string[]): Header {
  const placeOf = columnPlaces(names);
  return { names, has: (name) => placeOf(name) >= 0 };
}

/** Where a column stands, whatever its capitals; −1 where there is none. Each name is looked for once. */
function columnPlaces(names: readonly string[]): (name: string) => number {
  const lower = names.map((name) => name.toLowerCase());
  const known = new Map<string, number>();
  return (name) => {
    let place = known.get(name);
    if (place === undefined) {
      place = name === '' ? -1 : lower.indexOf(name.toLowerCase());
      known.set(name, place);
    }
    return place;
  };
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
