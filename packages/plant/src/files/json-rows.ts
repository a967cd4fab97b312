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
  const alone = {
    id,
    caption: caption.caption,
    ...(imageId === undefined ? {} : { imageId }),
    ...(filepath === undefined ? {} : { filepath }),
    reason,
  };
  const rows: readonly JsonRow[] = reason === undefined ? records : [alone];
  if (caption.kept === undefined) return rows;
  const kept = jsonKept(caption.kept);
  return rows.map((row) => ({ ...row, ...kept }));
}
