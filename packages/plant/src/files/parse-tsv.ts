import { type Columns, captionOfRow, findColumns, otherWidth } from './columns';
import type { FieldNames } from './file-caption';
import type { LineParser } from './read-lines';

/** Tab-separated with a header that names `caption` and may name `id` and `image_id`; no quoting, as COCO's tools write it. */
export const tsvParser = (fields: FieldNames): LineParser => {
  let columns: Columns | undefined;
  let count = 0;
  return (line) => {
    if (line.text.trim() === '') return undefined;
    const cells = line.text.split('\t');
    if (!columns) {
      columns = findColumns(cells, fields, `the TSV header (line ${line.number})`);
      count = cells.length;
      return undefined;
    }
    if (cells.length !== count) throw new Error(otherWidth(cells.length, count));
    return captionOfRow(cells, columns, String(line.number));
  };
};
