import type { LineParser } from './caption-format';

/** One object a line: `{ "caption": …, "id"?: …, "image_id"?: … }`; other fields are not looked at. */
export const jsonlParser = (): LineParser => (line) => {
  if (line.text.trim() === '') return undefined;
  let value: unknown;
  try {
    value = JSON.parse(line.text);
  } catch {
    throw new Error('is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error('holds no JSON object');
  const caption = 'caption' in value ? value.caption : undefined;
  if (typeof caption !== 'string') throw new Error('has no "caption" that is a string');
  const id = nameOf('id', 'id' in value ? value.id : undefined);
  const imageId = nameOf('image_id', 'image_id' in value ? value.image_id : undefined);
  return { id: id ?? String(line.number), caption, ...(imageId === undefined ? {} : { imageId }) };
};

function nameOf(field: string, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw new Error(`has an "${field}" that is neither string nor number`);
}
