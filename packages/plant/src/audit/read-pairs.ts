import { Readable } from 'node:stream';
import { InputError } from '@slipform/concreteness';
import { fileReason } from '@slipform/kit/file-error';
import { parseJsonPart } from '@slipform/kit/parse-json';
import { printable } from '@slipform/kit/printable';
import { longestLine, readLineBatches } from '@slipform/kit/read-lines';
import { utf8Stream } from '@slipform/kit/text-encoding';
import type { FieldNames } from '../files/file-caption';
import { showNames } from '../files/missing-field';
import { type Input, openInput } from '../files/open-input';
import { nameOf } from '../files/read-captions';
import type { Pair, PairBatch } from './pair';
import { pairOfObject } from './pair-of-object';
import { parsePythonStrings } from './python-strings';

/** Our records (jsonl, parquet), NegCLIP's TSV, SugarCrepe's JSON. */
export const pairFormats = ['jsonl', 'parquet', 'tsv', 'json'] as const;
export type PairFormat = (typeof pairFormats)[number];

/** SugarCrepe's files are some hundred kilobytes; a larger one is something else. */
const largestJson = 64 * 1024 * 1024;

/** The format that a file's name says. @throws {InputError} for an extension that we don't know */
export function pairFormatOf(file: string): PairFormat {
  const extension = /\.([^./\\]+)$/.exec(file.replace(/\.gz$/i, ''))?.[1]?.toLowerCase();
  if (file === '-' || extension === 'ndjson') return 'jsonl';
  const format = pairFormats.find((name) => name === extension);
  if (format) return format;
  throw new InputError(
    `cannot tell the format of ${file} by its name; pass --format ${pairFormats.join('|')}.`,
  );
}

/** Reads pairs in batches; what is broken is reported and left out. @throws {InputError} if nothing can be read */
export async function* readPairs(file: string, format: PairFormat): AsyncGenerator<PairBatch> {
  const input = openInput(file);
  try {
    if (format === 'jsonl') yield* readRecords(input);
    else if (format === 'tsv') yield* readNegClip(input);
    else if (format === 'json') yield* readSugarCrepe(input);
    else if (input.bytes === undefined) {
      throw new InputError('Parquet is read from its end, so it must be a regular file');
    } else yield* readParquetRecords(file);
  } catch (error) {
    if (InputError.isInstance(error)) {
      throw new InputError(`${nameOf(file)}: ${error.message.replace(/\.$/, '')}.`);
    }
    const { code } = error as NodeJS.ErrnoException;
    if (code?.startsWith('CSV_')) {
      throw new InputError(
        `${nameOf(file)}: a row of it is broken or longer than 4 MiB (${code}); write it again.`,
      );
    }
    if (code) {
      throw new InputError(`cannot read ${nameOf(file)}: ${fileReason(error)}.`);
    }
    throw error;
  }
}

async function* readRecords({ stream }: Input): AsyncGenerator<PairBatch> {
  for await (const lines of readLineBatches(stream)) {
    const texts = lines.filter(({ text, problem }) => problem !== undefined || text.trim() !== '');
    yield collect(texts, ({ number, text, problem }) => {
      const place = `line ${number}`;
      if (problem !== undefined) throw new Error(`${place} ${problem}`);
      return at(place, () => [pairOfObject(parseJsonPart(text))]);
    });
  }
}

async function* readParquetRecords(file: string): AsyncGenerator<PairBatch> {
  const { readRows } = await import('../files/read-parquet');
  const fields: FieldNames = {};
  let row = 0;
  for await (const { rows } of readRows(file, fields, 'all columns')) {
    yield collect(rows, (value) => {
      row += 1;
      return at(`row ${row}`, () => [pairOfObject(value)]);
    });
  }
}

/** `title` and `neg_caption`, a list as Python writes it; `filepath` tells the image. */
async function* readNegClip({ stream }: Input): AsyncGenerator<PairBatch> {
  const { parse } = await import('csv-parse');
  const source = Readable.from(utf8Stream(stream), { objectMode: false });
  const parser = parse({
    delimiter: '\t',
    columns: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestLine,
  });
  source.on('error', (error) => parser.destroy(error));
  let row = 1;
  for await (const value of source.pipe(parser) as AsyncIterable<Readonly<Record<string, string>>>) {
    row += 1;
    const { title, neg_caption: list, filepath } = value;
    if (title === undefined || list === undefined) {
      throw new InputError(
        `the TSV header must name the columns "title" and "neg_caption" (NegCLIP’s), got ${showNames(Object.keys(value))}; if it holds the captions that were mined, pass what \`mine\` wrote instead`,
      );
    }
    yield collect([list], () =>
      at(`row ${row}`, () => {
        const own = filepath === undefined ? {} : { imageId: filepath };
        return parsePythonStrings(list).map((negative) => ({ caption: title, negative, ...own }));
      }),
    );
  }
}

async function* readSugarCrepe({ stream }: Input): AsyncGenerator<PairBatch> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of utf8Stream(stream)) {
    size += chunk.length;
    if (size > largestJson) {
      throw new InputError(
        `is larger than ${largestJson / 1024 / 1024} MiB; pass records as JSON lines or Parquet`,
      );
    }
    chunks.push(chunk);
  }
  let value: unknown;
  try {
    value = parseJsonPart(Buffer.concat(chunks).toString('utf8'));
  } catch (error) {
    throw new InputError((error as Error).message);
  }
  if (typeof value !== 'object' || value === null) throw new InputError('holds no JSON object');
  yield collect(Object.entries(value), ([name, entry]) =>
    at(`entry ${printable(name, 60)}`, () => [pairOfObject(entry)]),
  );
}

function collect<T>(items: readonly T[], read: (item: T) => readonly Pair[]): PairBatch {
  const pairs: Pair[] = [];
  const problems: string[] = [];
  for (const item of items) {
    try {
      pairs.push(...read(item));
    } catch (error) {
      problems.push((error as Error).message);
    }
  }
  return { pairs, problems };
}

function at<T>(place: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Error(`${place} ${(error as Error).message}`);
  }
}
