import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { formatOfName } from '@slipform/kit/captions/caption-formats';
import { InputError } from '@slipform/kit/errors/input-error';
import type { FieldOf } from '@slipform/kit/formats/placed';
import type { Negative } from './example';
import { checkConcreteness, fileRows, inFolder, shortened, withPositive } from './file-rows';
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
 * folder, and for a naturally occurring pair that of the source's images if it is not there). Rows of captions without a negative
 * are passed over.
 */
export async function* readNegatives(
  file: string,
  folders: HardImageFolders,
  skips: SkipLog,
): AsyncGenerator<NegativeRecord> {
  const format = formatOfName(file);
  if (format !== 'jsonl' && format !== 'parquet') {
    throw new InputError(
      `negatives: ${file} must be .jsonl, .jsonl.gz or .parquet as slipform-plant writes them; its .tsv is a source itself.`,
    );
  }
  for await (const { row, place } of fileRows(file, { format, fields: { columns } }, skips)) {
    const { field } = row;
    if (isWithoutNegative(field)) continue;
    try {
      const id = field('id');
      if (typeof id !== 'string' && typeof id !== 'number' && typeof id !== 'bigint')
        throw new Error('has no id');
      const caption = field('caption');
      const hardImage = hardImageOf(field, file, folders);
      const image = hardImage === undefined ? undefined : { file: hardImage, place };
      yield {
        id: String(id),
        caption: typeof caption === 'string' ? caption : undefined,
        negative: negativeOf(field, undefined, image),
        place,
      };
    } catch (error) {
      skips.add(place, (error as Error).message);
    }
  }
}

const columns = {
  names: [
    ...['id', 'caption', 'positive', 'negative', 'operation', 'concreteness'],
    ...['hard_image', 'negativeFilepath', 'reason'],
  ],
};

/** The path of the image of a record's negative. Throws what is wrong with its name, in words that follow its place. */
function hardImageOf(
  field: FieldOf,
  file: string,
  { hardImages, images }: HardImageFolders,
): string | undefined {
  const name = field('hard_image') ?? field('negativeFilepath');
  if (typeof name !== 'string') return undefined;
  if (hardImages !== undefined) return inFolder(hardImages, name);
  const path = inFolder(dirname(file), name);
  const isNatural = field('operation') === 'natural';
  return isNatural && !existsSync(path) ? inFolder(images, name) : path;
}

/** Whether a record only says why its caption has no negative, as `slipform-plant mine --keep-all` writes one. */
export function isWithoutNegative(field: FieldOf): boolean {
  return (field('negative') ?? null) === null && typeof field('reason') === 'string';
}

/**
 * The hard negative of one record. Throws what is wrong with it, in words that follow its place.
 *
 * @param caption what the record must have been made from, if that is known
 */
export function negativeOf(field: FieldOf, caption: string | undefined, image: Negative['image']): Negative {
  const text = field('negative');
  if (typeof text !== 'string' || text.trim() === '') throw new Error('has no negative that is a text');
  const own = field('caption');
  if (caption !== undefined && typeof own === 'string' && own !== caption) {
    throw new Error(`was made from another caption: ${shortened(own)}`);
  }
  const rating = field('concreteness');
  const negative = {
    text,
    ...(rating === undefined || rating === null ? {} : { concreteness: checkConcreteness(rating) }),
    ...(image === undefined ? {} : { image }),
  };
  return withPositive(negative, field('positive'));
}
