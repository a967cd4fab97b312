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

/**
 * Hard negatives as slipform-plant writes them (`id`, `caption`, `negative`, `concreteness`), as JSON lines or
 * Parquet; `hard_image` may name an image of the negative, below `hardImages` (default: the file's folder). Rows of
 * captions without a negative are passed over.
 */
export async function* readNegatives(
  file: string,
  hardImages: string = dirname(file),
  skips: SkipLog,
): AsyncGenerator<NegativeRecord> {
  for await (const { value, place } of openRecords(file, skips)) {
    if (isWithoutNegative(value)) continue;
    try {
      const id = ownField(value, 'id');
      if (typeof id !== 'string' && typeof id !== 'number' && typeof id !== 'bigint')
        throw new Error('has no id');
      const caption = ownField(value, 'caption');
      const path = ownField(value, 'hard_image');
      const image = typeof path === 'string' ? { file: inFolder(hardImages, path), place } : undefined;
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

const columns = ['id', 'caption', 'negative', 'concreteness', 'hard_image', 'reason'];

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
