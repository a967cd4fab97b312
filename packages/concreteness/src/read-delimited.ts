import { InputError } from './input-error';

export interface DelimitedRow {
  readonly fields: readonly string[];
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
}

/**
 * Rows of a CSV (RFC 4180: quoted fields, doubled quotes, line breaks inside quotes) or TSV text (no quoting, as
 * its IANA type has it). LF, CRLF and CR end a line; blank lines are left out.
 */
export function* readDelimited(text: string, delimiter: string, name: string): Generator<DelimitedRow> {
  const quoting = delimiter !== '\t';
  let line = 1;
  let position = 0;
  while (position < text.length) {
    const rowLine = line;
    const fields: string[] = [];
    let open = true;
    while (open) {
      let field = '';
      if (quoting && text[position] === '"') {
        const close = closingQuote(text, position, rowLine, name);
        field = text.slice(position + 1, close).replaceAll('""', '"');
        line += countLineEnds(field);
        position = close + 1;
      }
      let end = position;
      while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r')
        end += 1;
      fields.push(field + text.slice(position, end));
      position = end + 1;
      open = text[end] === delimiter;
      if (text[end] === '\r' && text[end + 1] === '\n') position += 1;
    }
    line += 1;
    if (fields.length > 1 || fields[0]!.trim() !== '') yield { fields, line: rowLine };
  }
}

function closingQuote(text: string, open: number, line: number, name: string): number {
  let close = text.indexOf('"', open + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close === -1) {
    throw new InputError(
      `${name}: the quote opened in the row of line ${line} is never closed; add the missing quote.`,
    );
  }
  return close;
}

function countLineEnds(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
