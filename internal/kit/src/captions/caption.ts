import { showNames } from '../formats/read-table';
import { captionNames, firstFilled, imageNames } from './field-names';
import type { CaptionRow, Field } from './read-rows';

/** A caption of a file. */
export interface ReadCaption {
  readonly caption: string;
  /** Its own; a row has a number or a key where it has none. */
  readonly id?: string;
  /** Captions of one image have one image id. */
  readonly imageId?: string;
  /** Where the image lies, as the file says it. */
  readonly filepath?: string;
}

/** Which fields or columns of a file hold what; unnamed ones go by their usual names. */
export interface FieldNames {
  readonly caption?: string | undefined;
  readonly id?: string | undefined;
  readonly imageId?: string | undefined;
}

/** What the image's id is called, the first that is there: COCO's tools the one, our own records the other. */
const imageIdNames = ['image_id', 'imageId'];

/** The fields of a caption, where a command's options name them. @param remedy what can be done where none is the caption */
export function captionFields(
  { caption, id, imageId }: FieldNames,
  remedy = 'name the field with --fields caption=NAME',
) {
  const field = (asked: string | undefined, option: string, usual: readonly string[]): Field =>
    asked === undefined ? { names: usual } : { names: [asked], option };
  return {
    caption: { ...field(caption, '--fields caption', captionNames), remedy },
    id: field(id, '--fields id', ['id']),
    imageId: field(imageId, '--fields image', imageIdNames),
    image: { names: imageNames },
  };
}

/**
 * The caption of a row; `undefined` where it is blank, or a sample has none, as one of an image alone. Throws what is
 * wrong with the row, in words that follow its place.
 */
export function captionOf(
  row: CaptionRow,
  fields: ReturnType<typeof captionFields>,
): ReadCaption | undefined {
  const { names } = fields.caption;
  const name = firstFilled(names, row.field) ?? names.find((each) => row.field(each) !== undefined);
  if (name === undefined) {
    if (row.sample !== undefined && row.names().length === 0) return undefined;
    throw new Error(missing(row, names[0]!, fields.caption.remedy));
  }
  const caption = row.field(name);
  if (typeof caption !== 'string') throw new Error(`has no "${name}" that is a string`);
  if (caption.trim() === '') return undefined;
  const id = row.sample === undefined ? nameIn(row, fields.id) : row.id;
  const imageId = nameIn(row, fields.imageId);
  const text = (field: string) => {
    const path = row.field(field);
    return typeof path === 'string' ? path : undefined;
  };
  const image = row.sample === undefined ? firstFilled(fields.image.names, text) : undefined;
  const filepath = image === undefined ? undefined : text(image);
  return {
    caption,
    ...(id === undefined ? {} : { id }),
    ...(imageId === undefined ? {} : { imageId }),
    ...(filepath === undefined ? {} : { filepath }),
  };
}

/** The text or number of the first field that is filled. Throws if the field that was asked for is missing, or is no name. */
function nameIn(row: CaptionRow, { names, option }: Field): string | undefined {
  const name = firstFilled(names, row.field);
  if (name === undefined) {
    if (option !== undefined && row.field(names[0]!) === undefined) {
      throw new Error(missing(row, names[0]!, `name the field with ${option}=NAME`));
    }
    return undefined;
  }
  const value = row.field(name);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return String(value);
  throw new Error(`has an "${name}" that is neither string nor number`);
}

/** What is wrong with a row that lacks a field. */
function missing(row: CaptionRow, name: string, remedy: string): string {
  const names = row.names();
  const others = names.length === 0 ? 'it has no field' : `it has ${showNames(names)}`;
  return `has no "${name}" (${others}); ${remedy}`;
}
