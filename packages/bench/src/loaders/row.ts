import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { isJsonObject, ownField } from '@slipform/kit/formats/parse-json';
import { printable, quoted, shown } from '@slipform/kit/text/printable';
import type { Source } from './read-source';

/** So much is said of a row. */
const longest = 1000;

/** One row of a file, whose fields are checked as they are read; errors name file and row: by its number from 1, or its name. */
export interface Row {
  readonly key: string;
  readonly columns: readonly string[];
  /** A text that is not empty, as it stands in the file. */
  text(field: string): string;
  number(field: string): number;
  value(field: string): unknown;
  /** The same row by another key. */
  called(key: string): Row;
  fail(what: string): never;
}

/** Rows of a JSON object by key, as SugarCrepe and VALSE have them. */
export function rowsOfObject({ name, value }: Source): Row[] {
  if (!isJsonObject(value)) refuse(undefined, name, 'must hold a JSON object of rows', shown(value));
  return Object.entries(value).map(([key, row]) => rowOf(name, key, row));
}

/** What a JSON list holds. */
export function listOfRows({ name, value }: Source): readonly unknown[] {
  // A hole, which map passes over, is a row that is wrong.
  if (Array.isArray(value)) return Array.from(value);
  refuse(undefined, name, 'must hold a JSON list of rows', shown(value));
}

/** Rows of a JSON list; their keys count from 0, what errors say from 1. */
export function rowsOfList(source: Source): Row[] {
  return listOfRows(source).map((row, index) => rowOf(source.name, String(index), row, index + 1));
}

/** The same, called by their `id`, a number or a text. */
export function rowsById(source: Source): Row[] {
  return rowsOfList(source).map((row) => calledBy(row, 'id'));
}

/** The same row, called by what a column holds: a number or a text. */
export function calledBy(row: Row, column: string, id = row.value(column)): Row {
  if (!['number', 'string', 'bigint'].includes(typeof id) || !String(id).trim() || Number.isNaN(id))
    return row.fail(`${column} must be a text or a number, got ${shown(id)}`);
  return row.called(String(id));
}

/** @param place what errors call the row: its number, from 1; default its key, as the file has it */
export function rowOf(name: string, key: string, row: unknown, place: string | number = quoted(key)): Row {
  const fail = (what: string): never => {
    throw new InputError(`${name}, row ${place}: ${printable(what.replace(/\.$/, ''), longest)}.`);
  };
  if (!isJsonObject(row)) return fail(`must be a JSON object, got ${shown(row)}`);
  const value = (field: string) => ownField(row, field);
  return {
    key,
    columns: Object.keys(row),
    value,
    fail,
    text(field) {
      const found = value(field);
      if (typeof found === 'string' && found.trim()) return found;
      return fail(`${field} must be a text that is not empty, got ${shown(found)}`);
    },
    called: (own) => rowOf(name, own, row),
    number(field) {
      const given = value(field);
      const found = ['number', 'string', 'bigint'].includes(typeof given) ? Number(given) : Number.NaN;
      return Number.isFinite(found) && given !== ''
        ? found
        : fail(`${field} must be a number, got ${shown(given)}`);
    },
  };
}
