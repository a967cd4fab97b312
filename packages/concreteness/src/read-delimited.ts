import { InputError } from './input-error';

export interface DelimitedRow {
  readonly fields: readonly string[];
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
}

/** No row of a table of words is longer or has more columns: what has is another kind of file. */
export const longestRow = 1024 * 1024;
const maxColumns = 1000;

const [LF, CR] = [10, 13];

/**
 * Rows of a CSV (RFC 4180: quoted fields, doubled quotes, line breaks inside quotes) or TSV text (no quoting, as
 * its IANA type has it). LF, CRLF and CR end a line; blank lines are left out. One row is held at a time.
 *
 * @throws {InputError} for a quote that is never closed and for a row that is too long or has too many columns
 */
export function* readDelimited(text: string, delimiter: string, name: string): Generator<DelimitedRow> {
  const quoting = delimiter !== '\t';
  let line = 1;
  let position = 0;
  while (position < text.length) {
    const rowLine = line;
    const rowStart = position;
    const fields: string[] = [];
    let open = true;
    while (open) {
      let field = '';
      if (quoting && text[position] === '"') {
        const close = closingQuote(text, position, rowLine, name);
        line += countLineEnds(text, position, close);
        field = text.slice(position + 1, close).replaceAll('""', '"');
        position = close + 1;
      }
      let end = position;
      while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r')
        end += 1;
      fields.push(field + text.slice(position, end));
      position = end + 1;
      open = text[end] === delimiter;
      if (text[end] === '\r' && text[end + 1] === '\n') position += 1;
      if (end - rowStart > longestRow || fields.length > maxColumns) {
        throw new InputError({
          place: name,
          rule: `a row must have at most ${longestRow} characters and ${maxColumns} columns, got more in the row of line ${rowLine}`,
          remedy: 'close its quotes, or pass a table with a word a row',
        });
      }
    }
    line += 1;
    if (fields.length > 1 || fields[0]!.trim() !== '') yield { fields, line: rowLine };
  }
}

function closingQuote(text: string, open: number, line: number, name: string): number {
  let close = text.indexOf('"', open + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close === -1) {
    throw new InputError({
      place: name,
      rule: `the quote opened in the row of line ${line} is never closed`,
      remedy: 'add the missing quote',
    });
  }
  return close;
}

/** Line ends between two places. */
function countLineEnds(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === CR || (code === LF && text.charCodeAt(at - 1) !== CR)) count += 1;
  }
  return count;
}
