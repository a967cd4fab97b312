import { isAbsolute, relative, resolve, sep } from 'node:path';
import { captionNames, firstFilled, imageNames } from '@slipform/kit/captions/field-names';
import { openInput } from '@slipform/kit/captions/open-input';
import {
  type CaptionRow,
  type Fields,
  type Input,
  type ReadRowsOptions,
  readRows,
} from '@slipform/kit/captions/read-rows';
import { unreadable } from '@slipform/kit/errors/file-error';
import * as kit from '@slipform/kit/files/read-lines';
import { parsePythonList } from '@slipform/kit/formats/python-list';
import { quoted } from '@slipform/kit/text/printable';
import type { ImagePlace, Negative, SourceRow } from './example';
import type { SkipLog } from './skips';

/** A row of a file, with where it stands: "rows.csv line 7". */
export interface FileRow {
  readonly place: string;
  readonly row: CaptionRow;
}

/** The rows of a file, one by one; what is wrong is logged and left out. */
export async function* fileRows(
  file: string,
  options: ReadRowsOptions,
  skips: SkipLog,
  input: Input = openInput(file),
): AsyncGenerator<FileRow> {
  for await (const batch of readRows(file, input, options)) {
    for (const item of batch) {
      const place = `${file} ${item.place}`;
      if ('problem' in item) skips.add(place, item.problem);
      else yield { place, row: item.value };
    }
  }
}

/** Which columns or fields hold what; unnamed ones go by their usual names. */
export interface SourceFields {
  /** Default: the first of `filepath`, `file_name`, `filename`, `image`, `image_path`, `path` that is filled. */
  readonly image?: string;
  /** Default: the first of `caption`, `title`, `text` that is filled. */
  readonly caption?: string;
  /** Default `id`; without one a row's id is its place: line, entry or key. */
  readonly id?: string;
  /** One hard caption or a list of them. Default: `neg_caption`, `negative`. */
  readonly negative?: string;
  /** An image of the hard caption, or of each. Default: `hard_image`, else `negativeFilepath`, `neg_filepath` (plant's). */
  readonly hardImage?: string;
}

/** What a row must have: `embed` asks for one of the two. */
export interface Needs {
  readonly image: boolean;
  readonly caption: boolean;
}

const names = {
  image: imageNames,
  caption: captionNames,
  id: ['id'],
  negative: ['neg_caption', 'negative'],
  hardImage: ['hard_image', 'negativeFilepath', 'neg_filepath'],
} as const;

/** Which columns of a table a reader looks for, in their order. */
export function namesOf(field: keyof typeof names, fields: SourceFields): readonly string[] {
  const own = fields[field];
  return own === undefined ? names[field] : [own];
}

/** What a reader looks for. @param remedy what to do about a column that is missing, where it isn't to name it in `fields` */
export function fieldsOf(fields: SourceFields, needs: Needs, remedy?: string): Fields {
  const field = (name: keyof typeof names) => ({
    names: namesOf(name, fields),
    ...(remedy === undefined && fields[name] !== undefined ? { option: `fields.${name}` } : {}),
  });
  const needed = (name: 'image' | 'caption') => ({
    ...field(name),
    remedy: remedy ?? `name it in fields.${name}`,
  });
  return {
    id: field('id'),
    ...(needs.image ? { image: needed('image') } : {}),
    ...(needs.caption
      ? {
          caption: needed('caption'),
          negative: field('negative'),
          hardImage: field('hardImage'),
          concreteness: { names: ['concreteness'] },
          positive: { names: ['positive'] },
        }
      : {}),
  };
}

export interface RowContext {
  readonly fields: SourceFields;
  readonly needs: Needs;
  /** Folder of the images. */
  readonly folder: string;
  /** Folder of the images of hard captions. Default: `folder`. */
  readonly hardFolder?: string | undefined;
  /** What stands before the id of a row that has none but its place. Default: nothing. */
  readonly placePrefix?: string | undefined;
}

/**
 * The row of a table's cells or an object's fields.
 * Throws what is wrong with it, in words that follow its place.
 */
export function rowOfFields(
  { field: fieldOf, id: number }: CaptionRow,
  place: string,
  { fields, needs, folder, hardFolder = folder, placePrefix = '' }: RowContext,
): SourceRow {
  const first = (field: keyof typeof names) => {
    const name = firstFilled(namesOf(field, fields), fieldOf);
    return name === undefined ? undefined : fieldOf(name);
  };
  const caption = first('caption');
  if (needs.caption) {
    if (caption === undefined || (typeof caption === 'string' && caption.trim() === ''))
      throw new Error(`has no ${fields.caption ?? 'caption'}`);
    if (typeof caption !== 'string') throw new Error('has a caption that is no text');
  }
  const image = first('image');
  if (needs.image && typeof image !== 'string') {
    const hasUrl = fieldOf('url') !== undefined || fieldOf('image_url') !== undefined;
    throw new Error(hasUrl ? 'names its image by a URL only; download it first' : 'names no image');
  }
  const imageIn = (below: string, name: unknown): ImagePlace => {
    if (typeof name !== 'string') throw new Error('names an image by something that is no text');
    return { file: inFolder(below, name), place };
  };
  const id = first('id');
  const negatives = needs.caption
    ? negativesOf(first('negative'), fieldOf('concreteness'), first('hardImage'), (name) =>
        imageIn(hardFolder, name),
      ).map((negative) => withPositive(negative, fieldOf('positive')))
    : [];
  return {
    image: needs.image ? imageIn(folder, image) : undefined,
    caption: typeof caption === 'string' ? caption : '',
    id:
      typeof id === 'string' || typeof id === 'number' || typeof id === 'bigint'
        ? String(id)
        : `${placePrefix}${number}`,
    negatives,
    place,
  };
}

function negativesOf(
  texts: unknown,
  ratings: unknown,
  images: unknown,
  imageAt: (name: unknown) => ImagePlace,
): Negative[] {
  const concreteness = listOf(ratings);
  const paths = listOf(images);
  return listOf(texts).flatMap((text, i) => {
    if (typeof text !== 'string')
      throw new Error(`has a hard caption that is no text: ${shortened(String(text))}`);
    if (text.trim() === '') return [];
    const rating = concreteness[i];
    const image = paths[i];
    return {
      text,
      ...(rating === undefined || rating === null ? {} : { concreteness: checkConcreteness(rating) }),
      ...(image === undefined || image === null || image === '' ? {} : { image: imageAt(image) }),
    };
  });
}

/** Of our own records, which hold one negative each. */
export function withPositive(negative: Negative, positive: unknown): Negative {
  return typeof positive === 'string' && positive.trim() !== '' ? { ...negative, positive } : negative;
}

/** A rating, given as a number or as the text of one. Throws for anything outside 1 to 5. */
export function checkConcreteness(value: unknown): number {
  const rating = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof rating !== 'number' || !(rating >= 1 && rating <= 5)) {
    throw new Error(`has a concreteness that is no number from 1 to 5: ${shortened(String(value))}`);
  }
  return rating;
}

/** One value, a list, or the text of a list as Python writes it, as a list. */
function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value;
  if (typeof value === 'string' && value.trimStart().startsWith('['))
    return parsePythonList(value) ?? [value];
  return [value];
}

/** The lines of a text file, gzip or not. Those that are broken or longer than 4 MiB come with their problem. */
export async function* readLines(file: string): AsyncGenerator<kit.Line> {
  try {
    yield* kit.readLines(openInput(file).stream, { name: file });
  } catch (error) {
    throw unreadable(file, error);
  }
}

/**
 * The path of a file that a table or shard names, below `folder`. Throws what is wrong with a name that leads
 * out of it, in words that follow its place.
 */
export function inFolder(folder: string, name: string): string {
  if (name.trim() === '') throw new Error('names no image');
  if (/\p{Cc}/u.test(name)) throw new Error('names an image with a control character in its name');
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(name)) throw new Error('names an image by its URL; download it first');
  const path = resolve(folder, name);
  const below = relative(resolve(folder), path);
  if (below === '' || below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below)) {
    throw new Error(`names an image outside of the image folder: ${shortened(name)}`);
  }
  return path;
}

/** A text of somebody else's for a message: quoted, and not too long. */
export function shortened(text: string): string {
  return quoted(text, 80);
}
