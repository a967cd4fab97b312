import { InputError } from '@slipform/concreteness';
import { fileReason } from '@slipform/kit/file-error';
import type { Format } from './caption-format';
import type { CaptionBatch, FieldNames } from './file-caption';
import { refuseFields } from './missing-field';
import type { Input } from './open-input';
import { jsonlParser } from './parse-jsonl';
import { textParser } from './parse-text';
import { tsvParser } from './parse-tsv';
import { readLines } from './read-lines';

/** Turns the bytes of a file into batches of captions. */
type ReadStream = (stream: AsyncIterable<Uint8Array>, fields: FieldNames) => AsyncIterable<CaptionBatch>;

/** Formats beyond lines are loaded when they are asked for: their parsers are most of the command. */
const readers: Readonly<Record<Exclude<Format, 'parquet'>, () => ReadStream | Promise<ReadStream>>> = {
  text: () => (stream, fields) => {
    refuseFields(
      fields,
      'is read as text, a caption a line, which has no fields',
      ', or name its format with --format',
    );
    return readLines(stream, textParser());
  },
  jsonl: () => (stream, fields) => readLines(stream, jsonlParser(fields)),
  tsv: () => (stream, fields) => readLines(stream, tsvParser(fields)),
  csv: async () => (await import('./read-csv')).readCsv,
  json: async () => (await import('./read-json')).readJson,
  tar: async () => (await import('./read-tar')).readTar,
};

/** Reads captions in batches; what is broken is reported and left out. @throws {InputError} if nothing can be read */
export async function* readCaptions(
  file: string,
  input: Input,
  format: Format,
  fields: FieldNames = {},
): AsyncGenerator<CaptionBatch> {
  try {
    if (format === 'parquet') {
      if (input.bytes === undefined) {
        throw new InputError('Parquet is read from its end, so it must be a regular file');
      }
      const { readParquet } = await import('./read-parquet');
      yield* readParquet(file, fields);
      return;
    }
    const read = await readers[format]();
    yield* read(input.stream, fields);
  } catch (error) {
    if (InputError.isInstance(error)) {
      throw new InputError(`${nameOf(file)}: ${error.message.replace(/\.$/, '')}.`);
    }
    if ((error as NodeJS.ErrnoException).code) {
      throw new InputError(`cannot read ${nameOf(file)}: ${fileReason(error)}.`);
    }
    throw error;
  }
}

/** What a message calls the input. */
export function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file;
}
