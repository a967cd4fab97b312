import { parseJsonPart } from '@slipform/kit/parse-json';
import { captionOfObject } from './caption-of-object';
import type { FieldNames } from './file-caption';
import type { LineParser } from './read-lines';

/** One object a line: `{ "caption" or "title": …, "id"?: …, "image_id"? or "imageId"?: … }`; other fields are not looked at. */
export const jsonlParser =
  (fields: FieldNames): LineParser =>
  (line) => {
    if (line.text.trim() === '') return undefined;
    return captionOfObject(parseJsonPart(line.text), String(line.number), fields);
  };
