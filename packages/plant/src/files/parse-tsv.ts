import { type Columns, captionOfRow, findColumns, otherWidth } from './columns';
import type { FieldNames } from './file-caption';
import type { LineParser } from './read-lines';

/**
 * Tab-separated with a header that names `caption` and may name `id` and `image_id`; no quoting, as COCO's tools write
 * it. A cell that is quoted all the same, as pandas and our own TSV quote one that holds quotation marks, is unquoted.
 */
export const tsvParser = (fields: FieldNames): LineParser => {
  let columns: Columns | undefined;
  let count = 0;
  return (line) => {
    if (line.text.trim() === '') return undefined;
    const cells = line.text.split('\t').map(unquoted);
    if (!columns) {
      columns = findColumns(cells, fields, `the TSV header (line ${line.number})`);
      count = cells.length;
      return undefined;
    }
    if (cells.length !== count) throw new Error(otherWidth(cells.length, count));
    return captionOfRow(cells, columns, String(line.number));
  };
};

/** Doubled quotation marks within a pair of them are no accident; a text that only begins and ends with one stays. */
function unquoted(cell: string): string {
  if (cell.length < 4 || !cell.startsWith('"') || !cell.endsWith('"')) return cell;
  const inside = cell.slice(1, -1);
  const isQuoted = inside.includes('""') && !inside.replaceAll('""', '').includes('"');
  return isQuoted ? inside.replaceAll('""', '"') : cell;
}
