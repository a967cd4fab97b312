import { InputError } from '@slipform/concreteness';
import { unreadable } from '@slipform/kit/errors/file-error';
import { readLineBatches } from '@slipform/kit/files/read-lines';
import { lineProblem, type Placed } from '@slipform/kit/formats/placed';
import { readJsonl } from '@slipform/kit/formats/read-jsonl';
import { readTable } from '@slipform/kit/formats/read-table';
import type { Format } from './caption-format';
import { captionId } from './caption-id';
import { captionOfCells, checkColumns } from './caption-of-cells';
import { captionOfObject } from './caption-of-object';
import type { Input } from './caption-source';
import type { CaptionBatch, FieldNames } from './file-caption';
import { gatherCaptions } from './gather-captions';
import { refuseFields } from './missing-field';

/** Turns the bytes of a file into batches of captions. @param name what messages call the file */
type ReadStream = (
  stream: AsyncIterable<Uint8Array>,
  name: string,
  fields: FieldNames,
) => AsyncIterable<CaptionBatch>;

/** Formats whose parsers are most of the command are loaded when they are asked for. */
const readers: Readonly<Record<Exclude<Format, 'parquet'>, () => ReadStream | Promise<ReadStream>>> = {
  text: () => readText,
  jsonl: () => (stream, name, fields) =>
    gatherCaptions(readJsonl(stream, name), ({ value, number }) => [
      captionOfObject(value, String(number), fields),
    ]),
  tsv: () => tableReader('\t'),
  csv: () => tableReader(','),
  json: async () => (await import('./read-json')).readJson,
  tar: async () => (await import('./read-tar')).readTar,
};

/**
 * Reads captions in batches; what is broken is reported and left out.
 *
 * @param name what messages call the file
 * @throws {InputError} if nothing can be read
 */
export async function* readCaptions(
  name: string,
  input: Input,
  format: Format,
  fields: FieldNames = {},
): AsyncGenerator<CaptionBatch> {
  try {
    if (format === 'parquet') {
      if (input.bytes === undefined) {
        throw new InputError(
          `${name} must be a regular file, for Parquet is read from its end; save it to one.`,
        );
      }
      if (input.bytes === 0) return;
      const { readParquetCaptions } = await import('./read-parquet');
      yield* readParquetCaptions(name, input, fields);
    } else {
      const read = await readers[format]();
      yield* read(input.stream, name, fields);
    }
  } catch (error) {
    throw unreadable(name, error);
  }
}

/** One caption a line; its id is the line's number. */
const readText: ReadStream = (stream, name, fields) => {
  const reason = 'is read as text, a caption a line, which has no fields';
  refuseFields(name, fields, reason, ', or name its format with --format');
  const lines = async function* (): AsyncGenerator<Placed<string>[]> {
    for await (const batch of readLineBatches(stream, { name })) {
      yield batch.map((line) =>
        line.problem === undefined
          ? { place: `line ${line.number}`, number: line.number, value: line.text }
          : lineProblem(line),
      );
    }
  };
  return gatherCaptions(lines(), ({ number, value }) =>
    value.trim() === '' ? [] : [{ id: captionId(undefined, String(number), fields), caption: value }],
  );
};

/** A row of a table has one caption, or a blank one, which counts as missing. */
function tableReader(delimiter: ',' | '\t'): ReadStream {
  return (stream, name, fields) => {
    const onHeader = (header: Parameters<typeof checkColumns>[1]) =>
      checkColumns(`${name}: the header`, header, fields);
    const rows = readTable(stream, { delimiter, name, onHeader });
    return gatherCaptions(rows, ({ number, value }) =>
      [captionOfCells(value, fields, String(number)) ?? []].flat(),
    );
  };
}
