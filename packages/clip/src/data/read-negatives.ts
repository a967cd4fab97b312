import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { ownField } from '@slipform/kit/formats/caption-objects';
import { InputError } from '../input-error';
import type { Negative } from './example';
import { inFolder, shortened } from './in-folder';
import { readObjects } from './read-objects';
import { checkConcreteness } from './row-of-fields';
import type { SkipLog } from './skips';

/** A hard negative of a file, and which caption it is one of. */
export interface NegativeRecord {
  readonly id: string;
  /** The caption that it was made from; `undefined` where the record doesn't say. */
  readonly caption: string | undefined;
  readonly negative: Negative;
  readonly place: string;
}

/** Where the images of hard captions are looked for. */
export interface HardImageFolders {
  /** If it was named, it alone. */
  readonly hardImages: string | undefined;
  /** Of the images of the source. */
  readonly images: string;
}

/**
 * Hard negatives as slipform-plant writes them (`id`, `caption`, `negative`, `concreteness`), as JSON lines or
 * Parquet; `hard_image` or `negativeFilepath` may name an image of the negative, below `hardImages` (default: the file's
 * folder, and for a natural partner that of the source's images if it is not there). Rows of captions without a negative
 * are passed over.
 */
export async function* readNegatives(
  file: string,
  folders: HardImageFolders,
  skips: SkipLog,
): AsyncGenerator<NegativeRecord> {
  for await (const { value, place } of openRecords(file, skips)) {
    if (isWithoutNegative(value)) continue;
    try {
      const id = ownField(value, 'id');
      if (typeof id !== 'string' && typeof id !== 'number' && typeof id !== 'bigint')
        throw new Error('has no id');
      const caption = ownField(value, 'caption');
      const hardImage = hardImageOf(value, file, folders);
      const image = hardImage === undefined ? undefined : { file: hardImage, place };
      yield {
        id: String(id),
        caption: typeof caption === 'string' ? caption : undefined,
        negative: negativeOfRecord(value, undefined, image),
        place,
      };
    } catch (error) {
      skips.add(place, (error as Error).message);
    }
  }
}

const columns = [
  ...['id', 'caption', 'negative', 'operation', 'concreteness'],
  ...['hard_image', 'negativeFilepath', 'reason'],
];

/** The path of the image of a record's negative. Throws what is wrong with its name, in words that follow its place. */
function hardImageOf(
  record: object,
  file: string,
  { hardImages, images }: HardImageFolders,
): string | undefined {
  const name = ownField(record, 'hard_image') ?? ownField(record, 'negativeFilepath');
  if (typeof name !== 'string') return undefined;
  if (hardImages !== undefined) return inFolder(hardImages, name);
  const path = inFolder(dirname(file), name);
  const isNatural = ownField(record, 'operation') === 'natural';
  return isNatural && !existsSync(path) ? inFolder(images, name) : path;
}

/** Whether a row only says why its caption has no negative, as `slipform-plant mine --keep-all` writes one. */
export function isWithoutNegative(record: unknown): boolean {
  if (typeof record !== 'object' || record === null) return false;
  const negative = ownField(record, 'negative');
  return (negative === undefined || negative === null) && typeof ownField(record, 'reason') === 'string';
}

function openRecords(file: string, skips: SkipLog) {
  if (/\.parquet$/i.test(file)) return readObjects(file, 'parquet', columns, skips);
  if (/\.(jsonl|ndjson)(\.gz)?$/i.test(file)) return readObjects(file, 'jsonl', columns, skips);
  throw new InputError(
    `negatives: ${file} must be .jsonl, .jsonl.gz or .parquet as slipform-plant writes them; its .tsv is a source itself.`,
  );
}

/**
 * The hard negative of one record. Throws what is wrong with it, in words that follow its place.
 *
 * @param caption what the record must have been made from, if that is known
 */
export function negativeOfRecord(
  record: unknown,
  caption: string | undefined,
  image: Negative['image'],
): Negative {
  if (typeof record !== 'object' || record === null) throw new Error('is no JSON object');
  const text = ownField(record, 'negative');
  if (typeof text !== 'string' || text.trim() === '') throw new Error('has no negative that is a text');
  const own = ownField(record, 'caption');
  if (caption !== undefined && typeof own === 'string' && own !== caption) {
    throw new Error(`was made from another caption: ${shortened(own)}`);
  }
  const rating = ownField(record, 'concreteness');
  return {
    text,
    ...(rating === undefined || rating === null ? {} : { concreteness: checkConcreteness(rating) }),
    ...(image === undefined ? {} : { image }),
  };
}
