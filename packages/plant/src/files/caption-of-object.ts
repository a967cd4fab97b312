import { ownField } from '@slipform/kit/formats/caption-objects';
import { captionNames, firstFilled, imageNames } from '@slipform/kit/formats/field-names';
import { captionId } from './caption-id';
import type { FieldNames, FileCaption } from './file-caption';
import { keptOfObject } from './kept';
import { missingField } from './missing-field';

/** The caption of one JSON object. Throws what is wrong with it, in words that follow its place. */
export function captionOfObject(value: object, place: string, fields: FieldNames): FileCaption {
  const field = (name: string) => ownField(value, name);
  const captionField =
    fields.caption ??
    firstFilled(captionNames, field) ??
    captionNames.find((name) => Object.hasOwn(value, name)) ??
    'caption';
  const caption = ownField(value, captionField);
  if (caption === undefined) throw new Error(missingField(value, captionField, 'caption'));
  if (typeof caption !== 'string') throw new Error(`has no "${captionField}" that is a string`);
  const id = fields.id === undefined ? nameIn(value, 'id') : askedName(value, fields.id, 'id');
  const imageId = imageIdOfObject(value, fields);
  const filepath = filepathOf(value);
  return {
    id: captionId(id, place, fields),
    caption,
    ...(imageId === undefined ? {} : { imageId }),
    ...(filepath === undefined ? {} : { filepath }),
    ...keptOfObject(value, fields.keep),
  };
}

/** Where an object says its image lies: the first of the usual fields with a text. */
export function filepathOf(value: object): string | undefined {
  const texts = (name: string) => {
    const path = ownField(value, name);
    return typeof path === 'string' ? path : undefined;
  };
  const name = firstFilled(imageNames, texts);
  return name === undefined ? undefined : texts(name);
}

/** The id of an object's image, if it tells one. Throws if the field that was asked for is missing or is no name. */
export function imageIdOfObject(value: object, fields: FieldNames): string | undefined {
  if (fields.imageId !== undefined) return askedName(value, fields.imageId, 'imageId');
  for (const field of imageFields) {
    const imageId = nameIn(value, field);
    if (imageId !== undefined) return imageId;
  }
  return undefined;
}

/** What files call the image's id, the first that is there: COCO's tools the one, our own records the other. */
export const imageFields = ['image_id', 'imageId'];

function askedName(value: object, field: string, what: 'id' | 'imageId'): string | undefined {
  if (!Object.hasOwn(value, field)) throw new Error(missingField(value, field, what));
  return nameIn(value, field);
}

function nameIn(value: object, field: string): string | undefined {
  const name = ownField(value, field);
  if (name === undefined || name === null) return undefined;
  if (typeof name === 'string' || typeof name === 'number' || typeof name === 'bigint') return String(name);
  throw new Error(`has an "${field}" that is neither string nor number`);
}
