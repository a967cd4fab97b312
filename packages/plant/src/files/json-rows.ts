import { jsonKept } from './kept';
import type { MinedCaption } from './record-format';

/** A row as JSON holds it: a record, or a caption without one. */
export interface JsonRow {
  readonly id: string;
  readonly caption: string;
  readonly negative?: string;
}

/** The rows of a caption: its records with the columns that are kept, or one row without a negative, with the reason. */
export function jsonRows({ caption, records, reason }: MinedCaption): readonly JsonRow[] {
  const { id, imageId, filepath } = caption;
  const image = {
    ...(imageId === undefined ? {} : { imageId }),
    ...(filepath === undefined ? {} : { filepath }),
  };
  const kept = caption.kept === undefined ? {} : jsonKept(caption.kept);
  const rows = reason === undefined ? records : [{ id, caption: caption.caption, ...image, reason }];
  return rows.map((row) => ({ ...row, ...image, ...kept }));
}
