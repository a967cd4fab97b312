import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type CaptionFormat, formatOf, isGzipName } from '@slipform/kit/captions/caption-formats';
import { firstFilled } from '@slipform/kit/captions/field-names';
import { openInput } from '@slipform/kit/captions/open-input';
import type { CaptionRow } from '@slipform/kit/captions/read-rows';
import { fileReason } from '@slipform/kit/errors/file-error';
import { InputError } from '@slipform/kit/errors/input-error';
import { fileBytes } from '@slipform/kit/files/file-bytes';
import { isJsonObject, ownField } from '@slipform/kit/formats/parse-json';
import { imageExtension, memberJson, memberText, type Sample } from '@slipform/kit/formats/read-samples';
import { expandInputs } from '@slipform/kit/shards/expand-inputs';
import type { ImagePlace, Negative, SourceRow } from './example';
import {
  fieldsOf,
  fileRows,
  type Needs,
  namesOf,
  type RowContext,
  rowOfFields,
  type SourceFields,
  shortened,
} from './file-rows';
import { isWithoutNegative, negativeOf } from './read-negatives';
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

const hardImageExtension = /^neg[._](image|jpe?g|png|webp|gif|bmp|tiff?|avif)$/i;

/**
 * Reads the samples of a webdataset shard (tar) one by one: `.jpg`, `.png`, `.webp` … the image, `.txt` (else `.json`'s caption)
 * the caption, `.negatives.json` (plant's records) or `.neg_caption` (TripletCLIP's) the hard captions,
 * `.neg.jpg`, `.neg.png` … (or `.neg_jpg`) an image of the first hard caption. The id is the key. A first pass notes where
 * each image lies; its bytes are read when its turn comes. `undefined` is a sample that is left out, with a word in the log.
 */
function createSampleReader(file: string, context: RowContext, skips: SkipLog) {
  const { needs } = context;
  const reported = new Set<string>();
  const keys = new Set<string>();
  return (row: CaptionRow, read: Sample, place: string): SourceRow | undefined => {
    const sample = look(read, file, skips);
    if (sample.members.length === 0) return undefined;
    // Whether members of this key came before, with others between.
    const isAgain = keys.has(sample.key);
    keys.add(sample.key);
    const caption = needs.caption ? captionOf(row, context.fields) : '';
    const lacking =
      needs.image && sample.image === undefined
        ? 'has no image'
        : caption === undefined
          ? 'has no caption'
          : undefined;
    // Where only one of image and caption is asked for, the members that came before may be the whole of it.
    const isScattered = lacking === undefined ? reported.has(sample.key) : needs.image && needs.caption;
    if (isAgain && isScattered) {
      throw new InputError(
        `${file}: the members of sample ${shortened(sample.key)} do not lie next to each other; write the shard sorted by name, as tar --sort=name does.`,
      );
    }
    if (lacking !== undefined || caption === undefined) {
      if (!isAgain) {
        reported.add(sample.key);
        throw new Error(lacking);
      }
      return undefined;
    }
    return {
      image: needs.image ? sample.image : undefined,
      caption,
      id: sample.key,
      negatives: needs.caption ? negativesOf(sample, caption, place, skips) : [],
      place,
    };
  };
}

/** What of a sample is looked at. */
interface ShardSample extends Sample {
  readonly image: ImagePlace | undefined;
  readonly hardImage: ImagePlace | undefined;
}

/** Where a sample's images lie; what is left out of it is logged. */
function look(sample: Sample, file: string, skips: SkipLog): ShardSample {
  const first = (extension: RegExp, again: string) => {
    const [image, ...others] = sample.members
      .filter((member) => extension.test(member.extension))
      .map(({ name, part }) => ({ file, part, place: `${file} member ${shortened(name)}` }));
    for (const { place } of others) skips.add(place, again);
    return image;
  };
  return {
    ...sample,
    image: first(imageExtension, 'is a second image of its sample; the first is taken'),
    hardImage: first(hardImageExtension, 'is there twice; the first is taken'),
  };
}

function captionOf({ field }: CaptionRow, fields: SourceFields): string | undefined {
  const name = firstFilled(namesOf('caption', fields), field);
  const caption = name === undefined ? undefined : field(name);
  return typeof caption === 'string' && caption.trim() !== '' ? caption : undefined;
}

function negativesOf(sample: ShardSample, caption: string, place: string, skips: SkipLog): Negative[] {
  const withImage = (negative: Negative, i: number): Negative =>
    i === 0 && sample.hardImage !== undefined ? { image: sample.hardImage, ...negative } : negative;
  const records = memberJson(sample, 'negatives.json');
  if (Array.isArray(records)) {
    return records.flatMap((record: unknown, i) => {
      try {
        if (!isJsonObject(record)) throw new Error('is no JSON object');
        const field = (name: string) => ownField(record, name);
        return isWithoutNegative(field) ? [] : [withImage(negativeOf(field, caption, undefined), i)];
      } catch (error) {
        skips.add(`${place} negative ${i + 1}`, (error as Error).message);
        return [];
      }
    });
  }
  const text = memberText(sample, 'neg_caption')?.trim();
  const positive = memberText(sample, 'pos_caption')?.trim();
  return text === undefined || text === '' ? [] : [withImage({ text, ...(positive ? { positive } : {}) }, 0)];
}
