import type { FieldNames, FileCaption } from './file-caption';

/** The caption of one JSON object. Throws what is wrong with it, in words that follow its place. */
export function captionOfObject(value: unknown, place: string, fields: FieldNames): FileCaption {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error('holds no JSON object');
  const captionField = fields.caption ?? 'caption';
  const caption = fieldOf(value, captionField);
  if (typeof caption !== 'string') throw new Error(`has no "${captionField}" that is a string`);
  const id = nameIn(value, fields.id ?? 'id');
  const imageId = nameIn(value, fields.imageId ?? 'image_id');
  const filepath = filepathFields
    .map((name) => fieldOf(value, name))
    .find((path) => typeof path === 'string');
  return {
    id: id ?? place,
    caption,
    ...(imageId === undefined ? {} : { imageId }),
    ...(filepath === undefined ? {} : { filepath }),
  };
}

/** What files call the place of an image, the first that is there. */
export const filepathFields = ['filepath', 'file_name', 'filename', 'image'];

/** A field of the object's own: `__proto__` and its like bring nothing. */
export function fieldOf(value: object, field: string): unknown {
  return Object.getOwnPropertyDescriptor(value, field)?.value;
}

function nameIn(value: object, field: string): string | undefined {
  const name = fieldOf(value, field);
  if (name === undefined || name === null) return undefined;
  if (typeof name === 'string' || typeof name === 'number' || typeof name === 'bigint') return String(name);
  throw new Error(`has an "${field}" that is neither string nor number`);
}
