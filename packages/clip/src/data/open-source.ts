import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type CaptionFormat, formatOf, isGzipName } from '@slipform/kit/captions/caption-formats';
import { openInput } from '@slipform/kit/captions/open-input';
import { fileReason } from '@slipform/kit/errors/file-error';
import { fileBytes } from '@slipform/kit/files/file-bytes';
import { expandInputs } from '@slipform/kit/shards/expand-inputs';
import { InputError } from '../input-error';
import type { SourceRow } from './example';
import { fieldsOf, fileRows, type Needs, type RowContext, rowOfFields, type SourceFields } from './file-rows';
import { createSampleReader } from './read-shard';
import type { SkipLog } from './skips';

/** `json` is COCO's captions, Karpathy's splits or a list of objects; `tar` webdataset shards. */
export const sourceFormats = [
  'csv',
  'tsv',
  'jsonl',
  'json',
  'parquet',
  'tar',
] as const satisfies readonly CaptionFormat[];
export type SourceFormat = (typeof sourceFormats)[number];

export interface SourceOptions {
  readonly source: string | readonly string[];
  readonly images?: string | undefined;
  readonly hardImages?: string | undefined;
  readonly format?: SourceFormat | undefined;
  readonly fields?: SourceFields | undefined;
  /** Which of the splits of Karpathy's file are taken. Default: all. */
  readonly splits?: readonly string[] | undefined;
  /** What to do about a column that is missing, where it isn't to name it in `fields`: a command has none. */
  readonly remedy?: string;
  /** See {@link RowContext}. */
  readonly placePrefix?: string | undefined;
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
  const wanted = fieldsOf(fields, needs, remedy);
  for (const file of await findFiles(source, caller)) {
    const kind = format ?? formatIn(file, caller);
    const context: RowContext = {
      fields,
      needs,
      folder: images ?? dirname(file),
      hardFolder: hardImages,
      placePrefix,
    };
    const readSample = createSampleReader(file, context, skips);
    const input = openInput(file);
    const options = { format: kind, fields: wanted, splits, waits: true };
    // Images of a shard are read at any place of it: one that is packed is refused.
    const whole = kind === 'tar' ? { ...input, stream: fileBytes(file) } : input;
    for await (const { place, row } of fileRows(file, options, skips, whole)) {
      try {
        const read = row.sample ? readSample(row, row.sample, place) : rowOfFields(row, place, context);
        if (read !== undefined) yield read;
      } catch (error) {
        if (InputError.isInstance(error)) throw error;
        skips.add(place, (error as Error).message);
      }
    }
  }
}

/** The files of a source: what names, globs and brace lists (`{000..012}`) stand for, or what a folder holds. */
export async function findFiles(source: string | readonly string[], caller: string): Promise<string[]> {
  const patterns = typeof source === 'string' ? [source] : source;
  if (patterns.length === 0) throw new InputError(`${caller}: source must name at least one file.`);
  const named = await expandInputs(patterns).catch((error: unknown) => {
    throw InputError.isInstance(error) ? new InputError(`${caller}: ${error.message}`) : error;
  });
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

function formatIn(file: string, caller: string): SourceFormat {
  const format = formatOf(file, sourceFormats, `set format to ${sourceFormats.join(', ')}`, `${caller}: `);
  if (format !== 'tar' || !isGzipName(file)) return format;
  throw new InputError(
    `${caller}: ${file} is compressed; gunzip it, for images are read from any place of it.`,
  );
}
