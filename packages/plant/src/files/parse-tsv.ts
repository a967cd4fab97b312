import { InputError } from '@slipform/concreteness';
import type { LineParser } from './caption-format';

/** Tab-separated with a header that names `caption` and may name `id` and `image_id`; no quoting, as COCO's tools write it. */
export const tsvParser = (): LineParser => {
  let columns: { caption: number; id: number; imageId: number; count: number } | undefined;
  return (line) => {
    if (line.text.trim() === '') return undefined;
    const cells = line.text.split('\t');
    if (!columns) {
      const names = cells.map((cell) => cell.trim().toLowerCase());
      const caption = names.indexOf('caption');
      if (caption < 0) {
        const shown = names.slice(0, 5).join(', ').slice(0, 80);
        throw new InputError(
          `the TSV header (line ${line.number}) must name a column "caption", got ${shown}; add the header, or pass --format text.`,
        );
      }
      columns = { caption, id: names.indexOf('id'), imageId: names.indexOf('image_id'), count: names.length };
      return undefined;
    }
    if (cells.length !== columns.count) {
      throw new Error(`has ${cells.length} columns where the header has ${columns.count}`);
    }
    const caption = cells[columns.caption] ?? '';
    if (caption.trim() === '') return undefined;
    const imageId = columns.imageId < 0 ? undefined : cells[columns.imageId];
    const id = (columns.id < 0 ? undefined : cells[columns.id]) || String(line.number);
    return { id, caption, ...(imageId ? { imageId } : {}) };
  };
};
