import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { printable } from '@slipform/kit/printable';
import { longestLine } from '@slipform/kit/read-lines';
import { utf8Stream } from '@slipform/kit/text-encoding';
import { CsvError, type Info, parse } from 'csv-parse';
import { InputError } from '../input-error';
import type { SourceRow } from './example';
import { openBytes } from './open-bytes';
import { namesOf, type RowContext, rowOfFields } from './row-of-fields';
import type { SkipLog } from './skips';

/** Comma- or tab-separated rows below a header; quoted where they have to be, as pandas and NegCLIP write them. */
export async function* readTable(
  file: string,
  delimiter: ',' | '\t',
  context: RowContext,
  skips: SkipLog,
): AsyncGenerator<SourceRow> {
  const parser = parse({
    delimiter,
    // Cells come as bytes, so that broken UTF-8 is seen.
    encoding: null,
    info: true,
    relax_column_count: true,
    // 5" in a cell that is not quoted is two characters.
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestLine,
  });
  const source = Readable.from(utf8Stream(openBytes(file), file), { objectMode: false });
  source.on('error', (error) => parser.destroy(error));
  let header: Map<string, number> | undefined;
  let line = 0;
  try {
    for await (const { record, info } of source.pipe(parser) as AsyncIterable<{
      record: Buffer[];
      info: Info;
    }>) {
      line = info.lines;
      const place = `${file} line ${line}`;
      const cells = record.map((cell) => (isUtf8(cell) ? cell.toString('utf8') : undefined));
      if (header === undefined) {
        header = readHeader(cells, file, context);
        continue;
      }
      if (cells.includes(undefined)) skips.add(place, 'is not UTF-8');
      else if (cells.length !== header.size) {
        skips.add(place, `has ${cells.length} columns where the header has ${header.size}`);
      } else {
        const columns = header;
        const cellOf = (name: string) => cells[columns.get(name.toLowerCase()) ?? -1];
        try {
          yield rowOfFields(cellOf, String(line), place, context);
        } catch (error) {
          skips.add(place, (error as Error).message);
        }
      }
    }
  } catch (error) {
    if (error instanceof CsvError) throw new InputError(`${file}: ${problemOf(error, line)}.`);
    throw error;
  } finally {
    source.destroy();
  }
}

function readHeader(
  cells: readonly (string | undefined)[],
  file: string,
  context: RowContext,
): Map<string, number> {
  // Columns without a name (pandas' index) and those that are there twice stay unread, and count.
  const header = new Map<string, number>();
  cells.forEach((cell, i) => {
    const name = (cell ?? '').trim().toLowerCase();
    header.set(name === '' || header.has(name) ? `\0${i}` : name, i);
  });
  for (const field of ['image', 'caption'] as const) {
    const wanted = namesOf(field, context.fields);
    if (context.needs[field] && !wanted.some((name) => header.has(name.toLowerCase()))) {
      const shown = [...header.keys()]
        .filter((name) => !name.startsWith('\0'))
        .slice(0, 8)
        .join(', ');
      throw new InputError(
        `${file}: the header must name a column ${wanted.map((name) => `"${name}"`).join(' or ')}, got ${printable(shown)}; ${context.remedy ?? `name it in fields.${field}`}.`,
      );
    }
  }
  return header;
}

/** A slip in the quoting puts all that follows in doubt, so it ends the reading. */
function problemOf(error: CsvError, line: number): string {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return `a quote that opens behind line ${line} is never closed`;
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return `the row behind line ${line} is longer than ${longestLine / 2 ** 20} MiB`;
  }
  return `what follows line ${line} is broken (${error.code})`;
}
