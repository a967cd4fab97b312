import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileReason } from '@slipform/kit/errors/file-error';
import { ownField } from '@slipform/kit/formats/caption-objects';
import { InputError } from '../input-error';
import type { SourceRow } from './example';
import { allNames, type Needs, type RowContext, rowsOfItems, type SourceFields } from './row-of-fields';
import type { SkipLog } from './skips';

/** `json` is COCO's captions, Karpathy's splits or a list of objects; `tar` webdataset shards. */
export type SourceFormat = 'csv' | 'tsv' | 'jsonl' | 'json' | 'parquet' | 'tar';
export const sourceFormats: readonly SourceFormat[] = ['csv', 'tsv', 'jsonl', 'json', 'parquet', 'tar'];

export interface SourceOptions {
  readonly source: string | readonly string[];
  readonly images?: string | undefined;
  readonly hardImages?: string | undefined;
  readonly format?: SourceFormat | undefined;
  readonly fields?: SourceFields | undefined;
  /** Which of the splits of Karpathy's file are taken. Default: all. */
  readonly splits?: readonly string[] | undefined;
  /** See {@link RowContext}. */
  readonly remedy?: string;
  /** See {@link RowContext}. */
  readonly placePrefix?: string | undefined;
}

type Reader = (file: string, context: RowContext, skips: SkipLog) => AsyncIterable<SourceRow>;

/** Parsers are loaded when their format is asked for. */
const readers: Readonly<Record<SourceFormat, () => Promise<Reader>>> = {
  csv: () => tableReader(','),
  tsv: () => tableReader('\t'),
  jsonl: () => objectReader('jsonl'),
  json: async () => (await import('./read-json')).readJson,
  parquet: () => objectReader('parquet'),
  tar: async () => (await import('./read-shard')).readShard,
};

async function tableReader(delimiter: ',' | '\t'): Promise<Reader> {
  const { readTableRows } = await import('./read-table');
  return (file, context, skips) => readTableRows(file, delimiter, context, skips);
}

async function objectReader(format: 'jsonl' | 'parquet'): Promise<Reader> {
  const { readObjects } = await import('./read-objects');
  return (file, context, skips) => {
    const objects = readObjects(file, format, allNames(context.fields), skips);
    return rowsOfItems(objects, (value) => (name) => ownField(value, name), context, skips);
  };
}

/**
 * The rows of a source's files in their order; what is broken is logged and left out.
 *
 * @param caller what messages about the options begin with
 */
export async function* readSource(
  { source, images, hardImages, format, fields = {}, splits, remedy, placePrefix }: SourceOptions,
  needs: Needs,
  skips: SkipLog,
  caller: string,
): AsyncGenerator<SourceRow> {
  for (const file of await findFiles(source, caller)) {
    const read = await readers[format ?? formatOf(file, caller)]();
    const folder = images ?? dirname(file);
    const context = { fields, needs, splits, folder, hardFolder: hardImages, placePrefix };
    yield* read(file, remedy === undefined ? context : { ...context, remedy }, skips);
  }
}

/** The files of a source: those named, `{000..012}` written out, or what a folder holds. */
export async function findFiles(source: string | readonly string[], caller: string): Promise<string[]> {
  const named = (typeof source === 'string' ? [source] : source).flatMap(expandBraces);
  if (named.length === 0) throw new InputError(`${caller}: source must name at least one file.`);
  const files: string[] = [];
  for (const name of named) {
    const found = await stat(name).catch((error: unknown) => {
      throw new InputError(`${caller}: cannot read ${name}: ${fileReason(error)}.`);
    });
    if (found.isCharacterDevice() || found.isBlockDevice()) {
      throw new InputError(
        `${caller}: cannot read ${name}: it is a device, which may have no end; name a file.`,
      );
    }
    files.push(...(found.isDirectory() ? await filesOfFolder(name, caller) : [name]));
  }
  return files;
}

/** Hugging Face's ImageFolder has its captions in metadata.csv or .jsonl; a folder of shards has only them. */
async function filesOfFolder(folder: string, caller: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw new InputError(`${caller}: cannot read ${folder}: ${fileReason(error)}.`);
  });
  names.sort();
  const metadata = names.find((name) => /^metadata\.(csv|jsonl|parquet)$/.test(name));
  if (metadata !== undefined) return [join(folder, metadata)];
  const shards = names.filter((name) => /\.tar$/i.test(name));
  if (shards.length > 0) return shards.map((name) => join(folder, name));
  throw new InputError(
    `${caller}: the folder ${folder} holds neither metadata.csv, metadata.jsonl nor .tar shards; name the file with the captions, and the folder in images.`,
  );
}

/** `shard-{00..12}.tar`, as webdataset's users write it. */
function expandBraces(name: string): string[] {
  const [whole, from = '', to = ''] = /\{(\d{1,9})\.\.(\d{1,9})\}/.exec(name) ?? [];
  if (whole === undefined) return [name];
  const count = Number(to) - Number(from) + 1;
  if (count < 1 || count > 1e6)
    throw new InputError(`${name}: ${whole} must count upwards, to a million at most.`);
  return Array.from({ length: count }, (_, i) =>
    name.replace(whole, String(Number(from) + i).padStart(from.length, '0')),
  ).flatMap(expandBraces);
}

function formatOf(file: string, caller: string): SourceFormat {
  if (/\.(tgz|tar\.gz)$/i.test(file)) {
    throw new InputError(
      `${caller}: ${file} is compressed; gunzip it, for images are read from any place of it.`,
    );
  }
  const extension = /\.([^./\\]+)$/.exec(file.replace(/\.gz$/i, ''))?.[1]?.toLowerCase();
  const format = extension === 'ndjson' ? 'jsonl' : sourceFormats.find((name) => name === extension);
  if (format !== undefined) return format;
  throw new InputError(
    `${caller}: cannot tell the format of ${file} by its name; set format to ${sourceFormats.join(', ')}.`,
  );
}
