import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { InputError } from '@slipform/concreteness';
import { utf8Stream } from '@slipform/kit/text-encoding';
import { CsvError, type Info, parse } from 'csv-parse';
import { type Columns, captionOfRow, findColumns, otherWidth } from './columns';
import {
  type CaptionBatch,
  type FieldNames,
  type FileCaption,
  longestValue,
  type Problem,
} from './file-caption';

const batchSize = 1024;

/** Comma-separated (RFC 4180: quotes, newlines within them) with a header that names `caption` and may name `id` and `image_id`. */
export async function* readCsv(
  stream: AsyncIterable<Uint8Array>,
  fields: FieldNames,
): AsyncGenerator<CaptionBatch> {
  let captions: FileCaption[] = [];
  let problems: Problem[] = [];
  const parser = parse({
    // Cells come as bytes, so that broken UTF-8 is seen.
    encoding: null,
    info: true,
    relax_column_count: true,
    // 5" in an unquoted cell is two characters, and a quote that is not alone in its cell is one.
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestValue,
  });
  const source = Readable.from(utf8Stream(stream), { objectMode: false });
  source.on('error', (error) => parser.destroy(error));
  let columns: Columns | undefined;
  let count = 0;
  try {
    for await (const { record, info } of source.pipe(parser) as AsyncIterable<{
      record: Buffer[];
      info: Info;
    }>) {
      if (!columns) {
        const header = record.map((cell) => cell.toString('utf8'));
        columns = findColumns(header, fields, 'the CSV header');
        count = header.length;
        continue;
      }
      if (!record.every((cell) => isUtf8(cell))) {
        problems.push({ message: `line ${info.lines} is not UTF-8`, isEncoding: true });
      } else if (record.length !== count) {
        problems.push({ message: `line ${info.lines} ${otherWidth(record.length, count)}` });
      } else {
        const cells = record.map((cell) => cell.toString('utf8'));
        const caption = captionOfRow(cells, columns, String(info.lines));
        if (caption) captions.push(caption);
      }
      if (captions.length + problems.length >= batchSize) {
        yield { captions, problems };
        captions = [];
        problems = [];
      }
    }
  } catch (error) {
    if (error instanceof CsvError) throw new InputError(problemOf(error));
    throw error;
  }
  yield { captions, problems };
}

/** A slip in the quoting puts all that follows in doubt, so it ends the reading. */
function problemOf(error: CsvError): string {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return 'ends within a quote that nothing closes';
  const { lines } = error as CsvError & { lines?: number };
  return `${lines === undefined ? '' : `line ${lines} `}${reasons[error.code] ?? `is broken (${error.code})`}`;
}

const reasons: Readonly<Record<string, string>> = {
  CSV_MAX_RECORD_SIZE: `holds a row of more than ${longestValue / 1024 / 1024} MiB`,
};
