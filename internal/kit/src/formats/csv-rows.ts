import { isUtf8 } from 'node:buffer';
import { CsvError, type Info, parse } from 'csv-parse';
import { InputError } from '../errors/input-error';
import { longestLine } from '../files/read-lines';
import { utf8Stream } from '../files/text-encoding';
import { feed } from '../threads/feed';
import type { Placed } from './placed';

/**
 * The rows of a CSV (RFC 4180: quotes, and line breaks within them), header and all, some thousand at a time. A quote in
 * a cell that none opens is a character. A row's number is that of its last line.
 *
 * @param name what messages begin with, such as the file's path
 * @throws {InputError} for a quote that is never closed, which puts all that follows in doubt, and a row of more than 4 MiB
 */
export async function* readCsvRows(
  stream: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Placed<readonly string[]>[]> {
  // The last line of the last whole row.
  let line = 0;
  const parser = parse({
    // Cells come as bytes, so that broken UTF-8 is seen.
    encoding: null,
    info: true,
    relax_column_count: true,
    // 5" in a cell that is not quoted is two characters.
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestLine,
    on_record(record, { lines }) {
      line = lines;
      return record;
    },
  });
  const stop = feed(utf8Stream(stream, name), parser);
  let rows: Placed<readonly string[]>[] = [];
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: Buffer[];
      info: Info;
    }>) {
      const number = info.lines;
      const place = `line ${number}`;
      rows.push(
        record.every((cell) => isUtf8(cell))
          ? { place, number, value: record.map((cell) => cell.toString('utf8')) }
          : { place, problem: 'is not UTF-8', isEncoding: true },
      );
      if (rows.length < batchSize) continue;
      yield rows;
      rows = [];
    }
  } catch (error) {
    throw error instanceof CsvError ? new InputError(`${name}: ${faultOf(error, line)}.`) : error;
  } finally {
    stop();
  }
  if (rows.length > 0) yield rows;
}

const batchSize = 1024;

function faultOf(error: CsvError, line: number): string {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return `a quote that opens behind line ${line} is never closed; add the missing quote`;
  }
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return `the row behind line ${line} is longer than ${longestLine / 2 ** 20} MiB; close its quotes`;
  }
  return `what follows line ${line} is broken (${error.code})`;
}
