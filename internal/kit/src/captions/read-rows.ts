import { unreadable } from '../errors/file-error';
import { InputError, refuse } from '../errors/input-error';
import { readLineBatches } from '../files/read-lines';
import { readJsonEntries } from '../formats/json-entries';
import type { ByteSource } from '../formats/parquet/byte-source';
import type { JsonObject } from '../formats/parse-json';
import { ownField } from '../formats/parse-json';
import { type FieldOf, lineProblem, type Placed } from '../formats/placed';
import { readJsonl } from '../formats/read-jsonl';
import type { Sample, SampleMember } from '../formats/read-samples';
import { type Header, missingColumn, readTable, showNames } from '../formats/read-table';
import type { CaptionFormat } from './caption-formats';
import { createCaptionJoin, isKarpathyImage, type JoinOptions } from './caption-join';

/** What captions are read from, once or several times: a file of a file system, or one that a browser has. */
export interface CaptionSource {
  /** What messages call it. */
  readonly name: string;
  open(): Input;
}

export interface Input {
  /** The file's bytes, inflated if they are gzip. */
  readonly stream: AsyncIterable<Uint8Array>;
  /** `undefined` for standard input and pipes, which can be read once only. */
  readonly bytes: number | undefined;
  /** How many of the file's own bytes have been read so far. */
  bytesRead(): number;
  /** The file's own bytes at any place. */
  openAnywhere(): Promise<ByteSource>;
}

/** A field that a reader looks for. */
export interface Field {
  /** The first of these that is filled counts. */
  readonly names: readonly string[];
  /** The option that named it, as its user knows it: "--caption-field". Missing where these are its usual names. */
  readonly option?: string | undefined;
  /** What can be done where a table has none of them: "name the field with …". Missing where it need not be there. */
  readonly remedy?: string | undefined;
}

/** A row of a file of captions: a line, a row of a table, an entry, a sentence, a sample. */
export interface CaptionRow {
  /** A field by its name; `undefined` where there is none. Throws what is wrong, in words that follow the row's place. */
  readonly field: FieldOf;
  /** The names of its fields. */
  names(): readonly string[];
  /** What tells it from all others of its file where it has no id of its own: its number, a shard's key. */
  readonly id: string;
  /** What it is made of, in a shard, and the first of its images. */
  readonly sample?: Sample;
  readonly image?: SampleMember | undefined;
}

/** What rows may have, by what it is. `caption` is what the `.txt` of a sample is; a shard's `id` is its key. */
export type Fields = Readonly<Record<string, Field>>;

export interface ReadRowsOptions extends Pick<JoinOptions, 'images' | 'waits' | 'splits'> {
  readonly format: CaptionFormat;
  readonly fields: Fields;
}

/**
 * The one reader of files of captions: the rows of a file, as they come, some at a time. What is wrong with one comes in
 * its place, and the rest is read on. Column names of tables and Parquet count whatever their capitals; blank lines of a
 * text are passed over.
 *
 * @param name what messages call the file
 * @throws {InputError} if nothing can be read, a column is missing, or a field is named where the format has none
 */
export async function* readRows(
  name: string,
  input: Input,
  options: ReadRowsOptions,
): AsyncGenerator<Placed<CaptionRow>[]> {
  try {
    yield* readers[options.format](name, input, options);
  } catch (error) {
    throw unreadable(name, error);
  }
}

type Reader = (name: string, input: Input, options: ReadRowsOptions) => AsyncIterable<Placed<CaptionRow>[]>;

/** Formats whose parsers are most of a command are loaded when they are asked for. */
const readers: Readonly<Record<CaptionFormat, Reader>> = {
  async *text(name, { stream }, { fields }) {
    const reason = 'is read as text, a caption a line, which has no fields';
    refuseFields(name, Object.values(fields), reason, ', or name its format');
    for await (const lines of readLineBatches(stream, { name })) {
      yield lines.flatMap((line): Placed<CaptionRow>[] => {
        if (line.problem !== undefined) return [lineProblem(line)];
        const { number, text } = line;
        if (text.trim() === '') return [];
        return [placed(number, `line ${number}`, { caption: text })];
      });
    }
  },
  async *jsonl(name, { stream }) {
    for await (const batch of readJsonl(stream, name)) {
      yield batch.map((item) => ('problem' in item ? item : placed(item.number, item.place, item.value)));
    }
  },
  csv: (name, input, options) => tableRows(',', name, input, options),
  tsv: (name, input, options) => tableRows('\t', name, input, options),
  async *json(name, { stream }, { fields, ...options }) {
    const join = createCaptionJoin({ name, ...options });
    const rowsOf = (items: ReturnType<typeof join.add>) =>
      items.map((item) =>
        'problem' in item
          ? item
          : { ...item, value: objectRow(item.value.value, item.value.id, item.value.file) },
      );
    for await (const entries of readJsonEntries(stream, name)) {
      if (entries.some(({ list, value }) => list === 'images' && isKarpathyImage(value))) {
        refuseFields(
          name,
          Object.values(fields),
          "holds Karpathy's splits, whose fields have their own names",
        );
      }
      yield rowsOf(entries.flatMap(join.add));
    }
    yield rowsOf(join.end());
  },
  async *parquet(name, input, { fields }) {
    if (input.bytes === undefined) {
      throw new InputError(
        `${name} must be a regular file, for Parquet is read from its end; save it to one.`,
      );
    }
    if (input.bytes === 0) return;
    const { parquetRows } = await import('../formats/parquet-rows');
    let all: readonly string[] = [];
    let columnOf = (column: string): string => column;
    const columns = (schema: Header) => {
      checkColumns(`${name}: the schema`, schema, fields);
      all = schema.names;
      columnOf = columnsOf(all);
      return Object.values(fields).flatMap(({ names }) => names.map(columnOf));
    };
    for await (const rows of parquetRows(() => input.openAnywhere(), { name, columns })) {
      yield rows.map(({ place, number, value }) => {
        const field = (column: string) => ownField(value, columnOf(column));
        return { place, number, value: { field, names: () => all, id: String(number) } };
      });
    }
  },
  async *tar(name, { stream }, { fields }) {
    refuseFields(name, fields.id ? [fields.id] : [], 'is a tar, where the id of a sample is its key');
    yield* (await import('./sample-rows')).readSampleRows(name, stream, fields);
  },
};

async function* tableRows(
  delimiter: ',' | '\t',
  name: string,
  { stream }: Input,
  { fields }: ReadRowsOptions,
): AsyncGenerator<Placed<CaptionRow>[]> {
  let all: readonly string[] = [];
  const onHeader = (header: Header) => {
    checkColumns(`${name}: the header`, header, fields);
    all = header.names;
  };
  for await (const batch of readTable(stream, { delimiter, name, onHeader })) {
    yield batch.map((item) => {
      if ('problem' in item) return item;
      const { place, number, value: field } = item;
      return { place, number, value: { field, names: () => all, id: String(number) } };
    });
  }
}

function placed(number: number, place: string, value: JsonObject): Placed<CaptionRow> {
  return { place, number, value: objectRow(value, String(number)) };
}

/** @param file of its image, which is `file_name` where the object names none by that */
function objectRow(value: JsonObject, id: string, file?: string): CaptionRow {
  return {
    field(name) {
      const own = ownField(value, name);
      return own === undefined && name === 'file_name' ? file : own;
    },
    names: () => Object.keys(value),
    id,
  };
}

/** The column that a name means: as it is written, else whatever its capitals. */
function columnsOf(columns: readonly string[]): (name: string) => string {
  const lower = new Map([...columns].reverse().map((column) => [column.toLowerCase(), column]));
  return (name) => (columns.includes(name) ? name : (lower.get(name.toLowerCase()) ?? name));
}

/**
 * A misspelt name would lose ids or images, and with them the truth of negatives, without a word.
 *
 * @throws {InputError} if a column that was asked for, or one that must be there, is missing
 */
function checkColumns(where: string, header: Header, fields: Fields): void {
  for (const { names, option, remedy } of Object.values(fields)) {
    if (names.some(header.has)) continue;
    if (option !== undefined) {
      refuse(
        undefined,
        where,
        `must name the column "${names[0]}" of ${option}`,
        showNames(header.names),
        'name one of these or leave the option out',
      );
    }
    if (remedy !== undefined) throw missingColumn(where, names, header, remedy);
  }
}

/** @throws {InputError} if a field is named where there are none, with the reason and the options to leave out */
function refuseFields(name: string, fields: readonly Field[], reason: string, remedy = ''): void {
  const named = [...new Set(fields.flatMap(({ option }) => option ?? []))];
  if (named.length === 0) return;
  throw new InputError(`${name} ${reason}; leave out ${named.join(' and ')}${remedy}.`);
}
